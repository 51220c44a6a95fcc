import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '#platform/db/transaction.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf, type Parties } from '../../../../test/world/parties.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import type { PartyKind } from '../words.ts'
import { findParties, MOST_HITS } from './find.ts'
import { readHits, type PartyHit } from './read-hits.ts'

const database = withTestDatabase()
let world: World
let parties: Parties
const ids: Record<string, number> = {}

async function search(q: string, persona: PersonaName = 'sergeantA', kind: PartyKind | null = null, typing = false) {
  return transaction(
    world.store,
    await world.signIn(persona),
    { requestId: 'r', purpose: 'p', origin: 'o' },
    async ({ open }) => {
      const tx = await open()
      const found = await findParties(tx, q, { kind, typing, told: MOST_HITS })
      return { value: { ...found, read: await readHits(tx, found.hits, found.typed) }, audit: [] }
    },
  )
}

/** Whom it finds, by the names that the tests give them. */
async function who(
  q: string,
  persona: PersonaName = 'sergeantA',
  kind: PartyKind | null = null,
  typing = false,
): Promise<string[]> {
  const { hits } = await search(q, persona, kind, typing)
  return hits.map(({ party }) => Object.keys(ids).find((name) => ids[name] === party) ?? 'somebody')
}

async function hitFor(q: string, name: string): Promise<PartyHit | undefined> {
  return (await search(q)).read.find(({ id }) => id === ids[name])
}

beforeAll(async () => {
  world = await buildWorld(database())
  parties = partiesOf(world)
  const { person, address, link } = parties
  ids['john'] = await person({
    given: 'John Paul',
    family: 'Smith',
    birth: '1980-05-04',
    sex: 'male',
    reference: 'DN0012345',
  })
  ids['joanne'] = await person({ given: 'Joanne', family: 'Smyth', birth: '1985-01-20' })
  ids['katherine'] = await person({ given: 'Katherine', family: "O'Neill", birth: '1990-11-03' })
  ids['mohammed'] = await person({ given: 'Mohammed', family: 'Al-Hassan', birth: '1975-02-28' })
  ids['yusuf'] = await person({ given: 'Yusuf', family: 'Khan', birth: '1999-12-31' })
  ids['stephen'] = await person({
    given: 'Stephen',
    family: 'Clarkson',
    aliases: [{ kind: 'alias', full: 'Zak Brannigan' }],
  })
  ids['kausar'] = await person({ given: 'Kausar', family: 'Bains' })
  ids['imran'] = await person({ given: 'Imran', family: 'Khan', birth: '1970-06-15' })
  ids['grace'] = await person({ given: 'Grace', family: 'Clarkson' })
  ids['home'] = await address({ number: '14', street: 'Lord Street', town: 'Slough', postcode: 'SL11AA' })
  ids['elsewhere'] = await address({ number: '9', street: 'Mill Lane', town: 'Oxford', postcode: 'OX14BB' })
  ids['car'] = await parties.vehicle({ mark: 'AB12CDO', colour: 'blue', make: 'Ford' })
  ids['phone'] = await parties.phone({ number: '447700900123' })
  ids['shop'] = await parties.organisation({ label: 'The Clarkson Arms' })
  await link(ids['stephen'] ?? 0, 'lives-at', ids['home'] ?? 0)
  await link(ids['grace'] ?? 0, 'lives-at', ids['elsewhere'] ?? 0)
  await link(ids['john'] ?? 0, 'keeper-of', ids['car'] ?? 0)
  ids['same'] = await person({ given: 'Jon', family: 'Smith', birth: '1980-04-05', sameAs: ids['john'] ?? 0 })
})
afterAll(() => world.close())

describe('A search finds somebody by name', () => {
  test.each([
    ['in any order', 'smith john', 'john'],
    ['with a comma and in capitals', 'SMITH, John Paul', 'john'],
    ['by a nickname', 'kate oneill', 'katherine'],
    ['by a short form that is its beginning', 'kauso bains', 'kausar'],
    ['by the surname and the day of birth, before a namesake born on another', 'imran khan 31/12/1999', 'yusuf'],
    ['by another spelling', 'steven clarkson', 'stephen'],
    ['by another spelling in Latin letters', 'muhammad hassan', 'mohammed'],
    ['by the rules of transliteration', 'yousouf khan', 'yusuf'],
    ['by its sound', 'graice clarckson', 'grace'],
    ['with one wrong letter', 'katherime oneill', 'katherine'],
    ['with two letters swapped', 'stephen clarskon', 'stephen'],
    ['by the beginning of a word with a star', 'clarks* stephen', 'stephen'],
    ['with an accent', 'Káthérine O’Néill', 'katherine'],
    ['with a middle name that is not known here', 'stephen arthur clarkson', 'stephen'],
    ['by an alias', 'zak brannigan', 'stephen'],
    [
      'whose surname has changed, by the given name and the day of birth',
      'katherine wilberforce 3/11/1990',
      'katherine',
    ],
  ])('%s', async (_how, typed, name) => {
    expect((await who(typed))[0]).toBe(name)
  })

  test('and does not find who is called otherwise', async () => {
    expect(await who('katherine clarkson')).toEqual([])
    expect(await who('wilberforce')).toEqual([])
  })

  test('while the last word is still being typed, and only then', async () => {
    expect(await who('kath', 'sergeantA', null, true)).toEqual(['katherine'])
    expect(await who('kath one', 'sergeantA', null, true)).toEqual(['katherine'])
    expect(await who('clarksonov')).toEqual([])
  })
})

describe('A date of birth or an age', () => {
  test.each([
    ['the day', 'smith 4/5/1980', 'same', 'born that day'],
    ['day and month swapped', 'oneill 11/3/1990', 'swapped', 'born with day and month swapped'],
    ['one figure wrong', 'oneill 3/11/1991', 'near', 'a date of birth one figure off'],
    ['an age about', 'oneill about 38', 'about', 'born about then'],
    ['the year', 'oneill 1990', 'about', 'born about then'],
  ])('puts who was born then first and says so: %s', async (_what, typed, how, words) => {
    const [first] = (await search(typed)).hits
    expect(first?.why).toMatchObject({ likeness: { born: how } })
    const name = typed.startsWith('smith') ? 'john' : 'katherine'
    expect((await hitFor(typed, name))?.reasons).toContain(words)
  })

  test('leaves those of another age after those of this', async () => {
    const found = await who('smith 1985')
    expect(found.indexOf('joanne')).toBeLessThan(found.includes('john') ? found.indexOf('john') : Infinity)
  })

  test('by itself finds who was born on the day', async () => {
    expect(await who('31/12/1999')).toEqual(['yusuf'])
  })
})

describe('A place', () => {
  test('puts who lives there first', async () => {
    expect((await who('clarkson in slough'))[0]).toBe('stephen')
    expect((await who('clarkson in oxford'))[0]).toBe('grace')
    expect((await who('clarkson ox1 4bb'))[0]).toBe('grace')
    expect((await who('clarkson 14 lord st'))[0]).toBe('stephen')
    expect((await hitFor('clarkson in slough', 'stephen'))?.reasons).toContain('lives or lived there')
  })

  test('is found by its words, its short forms and its postcode', async () => {
    for (const typed of ['14 lord street slough', '14 lord st', 'lord street', 'SL1 1AA', 'sl11aa', 'SL1 1', 'SL1'])
      expect([typed, (await who(typed))[0]]).toEqual([typed, 'home'])
  })

  test('of a district that begins another’s name is not that other', async () => {
    await parties.address({ number: '1', street: 'Far Road', town: 'Slough', postcode: 'SL102AA', label: 'Far Road' })
    expect(await who('SL1', 'sergeantA', 'address')).toEqual(['home'])
  })
})

describe('What is no name', () => {
  test.each(['AB12CDO', 'ab12 cd0', 'AB12*', '?B12*', '*CDO', '*12CD?', 'AB12'])(
    'finds a vehicle by its mark: %s',
    async (typed) => {
      expect((await who(typed))[0]).toBe('car')
    },
  )
  test.each(['?B13*', 'AB12CD', '*CDP', 'B12*'])('is not found by another mark: %s', async (typed) => {
    expect(await who(typed)).not.toContain('car')
  })
  test.each(['07700 900123', '+447700900123', '0123', '...900123', '07700 900'])('finds a phone: %s', async (typed) => {
    expect((await who(typed))[0]).toBe('phone')
  })
  test('finds somebody by the number of the records system', async () => {
    expect(await who('DN0012345')).toEqual(['john'])
    expect(await who('dn0012345')).toEqual(['john'])
  })
})

describe('What was found', () => {
  test('is one line for one person, whichever records of theirs were found', async () => {
    const { hits, found } = await search('jon smith')
    expect(found).toBe(hits.length)
    expect((await who('john smith')).filter((name) => name === 'john' || name === 'same')).toHaveLength(1)
  })

  test('says in plain words why it is here', async () => {
    expect((await hitFor('steven clarkson', 'stephen'))?.reasons).toEqual([
      'a word of the name',
      'Steven is also written or called Stephen',
    ])
    expect((await hitFor('stephen clarkson', 'stephen'))?.reasons).toEqual(['every word of the name'])
    expect((await hitFor('kauso bains', 'kausar'))?.reasons).toEqual([
      'a word of the name',
      'Kauso may be short for Kausar',
    ])
    expect((await hitFor('zak branigan', 'stephen'))?.reasons).toEqual([
      'also known as Zak Brannigan',
      'a word of the name',
      'Branigan is one letter off Brannigan',
    ])
  })

  test('has what tells it from others: birth, home, keeper', async () => {
    expect(await hitFor('john smith', 'john')).toMatchObject({
      born: { on: '1980-05-04', precision: 'day' },
      sex: 'male',
      reference: 'DN0012345',
    })
    expect((await hitFor('stephen clarkson', 'stephen'))?.details).toEqual(['14 Lord Street, Slough SL1 1AA'])
    expect((await hitFor('AB12CDO', 'car'))?.details).toEqual(['blue Ford', 'SMITH, John Paul'])
  })

  test('is counted by kind, and narrowed to one', async () => {
    const { facets, found } = await search('clarkson')
    expect(facets.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'organisation', count: 1 },
      { kind: 'person', count: 2 },
    ])
    expect(found).toBe(3)
    expect(await who('clarkson', 'sergeantA', 'organisation')).toEqual(['shop'])
  })
})

describe('Who may not be seen', () => {
  let hidden: number
  beforeAll(async () => {
    const { person, link } = parties
    hidden = await person({
      given: 'Perpetua',
      family: 'Quillfeather',
      birth: '1971-07-07',
      compartment: world.compartment,
      reference: 'DN0099999',
    })
    const open = await person({
      given: 'Oswald',
      family: 'Marchbanks',
      aliases: [{ kind: 'alias', full: 'Obadiah Featherstone', compartment: world.compartment }],
    })
    const secret = await parties.address({
      number: '77',
      street: 'Hidden Row',
      town: 'Windsor',
      postcode: 'SL41ZZ',
      compartment: world.compartment,
    })
    const marked = await person({ given: 'Ottoline', family: 'Sackbut', marking: 'OFFICIAL-SENSITIVE' })
    await link(open, 'lives-at', secret, { compartment: world.compartment })
    Object.assign(ids, { hidden, open, secret, marked })
  })

  test('is found by those of the compartment and by nobody else, by any of its ways', async () => {
    for (const typed of [
      'perpetua quillfeather',
      'quillfether',
      'DN0099999',
      '7/7/1971',
      'quillfeather 7/7/71',
      '77 hidden row',
      'SL4 1ZZ',
    ]) {
      expect([typed, (await search(typed, 'member')).found]).toEqual([typed, 1])
      expect([
        typed,
        await search(typed, 'chief').then(({ found, facets, hits, more }) => ({ found, facets, hits, more })),
      ]).toEqual([typed, { found: 0, facets: [], hits: [], more: false }])
    }
  })

  test('does not show by an alias, or a home, that comes from what is closed', async () => {
    expect(await who('obadiah featherstone', 'member')).toEqual(['open'])
    expect(await who('obadiah featherstone', 'chief')).toEqual([])
    const told = (await search('marchbanks in windsor', 'chief')).hits[0]?.why
    expect(told).toMatchObject({ likeness: { place: false } })
    expect((await search('marchbanks in windsor', 'member')).hits[0]?.why).toMatchObject({ likeness: { place: true } })
    expect((await search('marchbanks', 'chief')).read[0]?.details).toEqual([])
  })

  test('of a marking above the reader’s is not found', async () => {
    expect((await search('sackbut', 'chief')).found).toBe(1)
    expect((await search('sackbut', 'officerB')).found).toBe(0)
  })
})
