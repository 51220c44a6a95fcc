import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { classOf, pairsOf, pairsOfPerson } from './rules/name-pairs.ts'

const database = withTestDatabase()
let world: World
let stored: readonly Stored[]

interface Stored {
  readonly kind: string
  readonly name: string
  readonly born: string | null
  readonly words: readonly string[]
  readonly pairs: readonly number[]
}

beforeAll(async () => {
  world = await buildWorld(database())
  const { person, address, organisation } = partiesOf(world)
  await person({ given: 'John Paul', family: 'Smith', birth: '1980-05-04' })
  await person({
    given: 'Siân',
    family: 'O’Neill-Khan',
    birth: '1871-05-04',
    aliases: [{ kind: 'alias', full: 'Jay' }],
  })
  await person({ given: 'J', family: 'Смирнов' })
  await person({ given: 'Smith', family: 'Smith' })
  await address({ number: '14', street: 'Lord Street', town: 'Slough', postcode: 'SL11AA' })
  await organisation({ label: 'The Clarkson Arms' })
  stored = await readStored()
})
afterAll(() => world.close())

function readStored(): Promise<readonly Stored[]> {
  return world.owner<Stored>(
    `SELECT p.kind, n.full_name AS name, n.born::text, n.pairs, (SELECT array_agg(t.token ORDER BY u.at)
      FROM unnest(n.tokens) WITH ORDINALITY AS u (id, at) JOIN name_token t ON t.id = u.id) AS words
    FROM party_name n JOIN party p ON p.id = n.party_id ORDER BY n.id`,
  )
}

function reckoned({ kind, words, born }: Stored): readonly number[] {
  const classes = words.map(classOf)
  return kind === 'person' ? pairsOfPerson(classes, born) : pairsOf(classes)
}

test('the database and the loader of millions reckon the same classes and pairs', () => {
  expect(stored.length).toBeGreaterThan(6)
  for (const name of stored) expect(reckoned(name)).toEqual(name.pairs)
})

test('another name of somebody is looked for by their day of birth, and follows it; one with a day of its own by that', async () => {
  const day = async (name: string) => (await readStored()).find((one) => one.name === name)?.born
  expect(await day('Jay')).toBe('1871-05-04')
  await world.owner(`UPDATE person SET birth_date = '1990-07-01' WHERE birth_date = '1871-05-04'`)
  expect(await day('Jay')).toBe('1990-07-01')
  await world.owner(`UPDATE party_name SET birth_date = '1992-02-29' WHERE full_name = 'Jay'`)
  await world.owner(`UPDATE person SET birth_precision = 'about' WHERE birth_date = '1990-07-01'`)
  expect(await day('Jay')).toBe('1992-02-29')
  await world.owner(`UPDATE party_name SET birth_date = NULL WHERE full_name = 'Jay'`)
  expect(await day('Jay')).toBeNull()
  for (const name of await readStored()) expect(reckoned(name)).toEqual(name.pairs)
})

test('a name that changes is found by its new words', async () => {
  await world.owner('UPDATE party_name SET tokens = tokens[2 :] WHERE cardinality(tokens) = 3')
  const changed = (await readStored()).filter(({ words }) => words.length === 2)
  expect(changed.length).toBeGreaterThan(2)
  for (const name of changed) expect(reckoned(name)).toEqual(name.pairs)
})

test('a pair with an age is told from a pair alone, and people four years apart from one another', () => {
  const [pair, aged] = pairsOfPerson([1, 2], '1980-05-04')
  expect(pair).toBe((1 << 15) + 2)
  expect(aged).toBeLessThan(0)
  expect(pairsOfPerson([1, 2], '1983-12-31')[1]).toBe(aged)
  expect(pairsOfPerson([1, 2], '1984-01-01')[1]).not.toBe(aged)
  expect(pairsOfPerson([1, 2], null)[1]).not.toBe(aged)
})

test('words that sound alike share a class, and a number or an initial has its own', () => {
  expect(classOf('smith')).toBe(classOf('smyth'))
  expect(classOf('smith')).not.toBe(classOf('jones'))
  expect(classOf('14')).not.toBe(classOf('15'))
  expect(pairsOf([3, 1, 2])).toEqual([(1 << 15) + 2, (1 << 15) + 3, (2 << 15) + 3])
  expect(pairsOf([7])).toEqual([])
})
