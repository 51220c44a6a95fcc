import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { partiesOf, type Parties, type PersonPlan } from '../../../../test/world/parties.ts'
import { makeStrangers } from '../../../../test/world/strangers.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { announceStored } from './announce.ts'
import { matchParty } from './match-party.ts'
import { matchTyped, type TypedFacts } from './match-one.ts'
import { relinkKind } from './relink.ts'

const database = withTestDatabase()
let world: World
let parties: Parties

beforeAll(async () => {
  world = await buildWorld(database())
  parties = partiesOf(world)
  await makeStrangers(parties)
  await relink()
})
beforeEach(async () => {
  await world.owner('TRUNCATE match_proposal, notification CASCADE')
})
afterAll(() => world.close())

const request = { requestId: 'r', purpose: 'p', origin: 'o' }
const relink = () =>
  relinkKind(
    world.store,
    'person',
    () => Promise.resolve(),
    () => 0,
  )

async function asService<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(world.store, { reader: systemReader('system:test') }, request, async ({ open }) => ({
    value: await work(await open()),
    audit: [],
  }))
}

async function typed(facts: TypedFacts, as: PersonaName = 'sergeantA') {
  return transaction(world.store, await world.signIn(as), request, async ({ open }) => ({
    value: await matchTyped(await open(), 'person', facts),
    audit: [],
  }))
}

/** Nine people like nobody else here, one for each test: as they go by, what they are called for short, and their birth. */
const SOMEBODY = [
  ['Christopher', 'Chris', 'Quarmby', '1987-11-04', '1987-04-11'],
  ['Benjamin', 'Ben', 'Threlkeld', '1981-07-09', '1981-09-07'],
  ['Katherine', 'Kate', 'Ollerenshaw', '1974-03-11', '1974-11-03'],
  ['William', 'Bill', 'Wrigglesworth', '1990-02-05', '1990-05-02'],
  ['Elizabeth', 'Liz', 'Featherstonehaugh', '1968-10-12', '1968-12-10'],
  ['Robert', 'Bob', 'Postlethwaite', '1959-04-08', '1959-08-04'],
  ['Margaret', 'Peggy', 'Jellicoe', '1949-06-03', '1949-03-06'],
  ['Thomas', 'Tom', 'Birtwhistle', '2001-01-09', '2001-09-01'],
  ['Edward', 'Ted', 'Murgatroyd', '1995-08-02', '1995-02-08'],
] as const

function somebody(at: number): { readonly plan: PersonPlan; readonly short: string; readonly swapped: string } {
  const [given = '', short = '', family = '', birth = '', swapped = ''] = SOMEBODY[at] ?? []
  return { plan: { given, family, birth, sex: 'female' }, short, swapped }
}

const proposals = () =>
  world.owner<{
    left: number
    right: number
    stage: string
    compartment_ids: number[]
    weight: number
    marking: string
  }>(
    `SELECT left_party AS "left", right_party AS "right", stage, compartment_ids, weight, marking FROM match_proposal ORDER BY left_party, right_party`,
  )
const pairOf = async (left: number, right: number) =>
  (await proposals()).find((pair) => pair.left === left && pair.right === right)

const told = () => world.owner('SELECT event, subject_id FROM notification')

describe('The whole store gone through', () => {
  test('puts before the reviewers who may be one, with why, and merges nobody; done again it adds nothing', async () => {
    const { plan: who, short, swapped } = somebody(0)
    const one = await parties.person(who)
    const other = await parties.person({ ...who, given: short, birth: swapped })
    const done = await relink()
    expect(done.parties).toBeGreaterThan(150)
    const pair = await pairOf(one, other)
    expect(pair).toMatchObject({ stage: 'open', compartment_ids: [], marking: 'OFFICIAL' })
    // The thirty who are there twice, and hardly anybody else.
    expect((await proposals()).length).toBeGreaterThan(30)
    expect((await proposals()).length).toBeLessThan(40)
    const [kept] = await world.owner<{ reasons: { what: string; level: string }[] }>(
      'SELECT reasons FROM match_proposal WHERE left_party = $1 AND right_party = $2',
      [one, other],
    )
    expect(kept?.reasons.find(({ what }) => what === 'Date of birth')?.level).toBe('day and month the other way round')
    const [{ merged } = { merged: 0 }] = await world.owner<{ merged: number }>(
      'SELECT count(*)::int AS merged FROM party WHERE identity_id <> id',
    )
    expect(merged).toBe(0)
    const before = await proposals()
    expect((await relink()).proposed).toBe(0)
    expect((await proposals()).map(({ left, right }) => [left, right])).toEqual(
      before.map(({ left, right }) => [left, right]),
    )
  })

  test('goes on after the parts that were done, with the model that it had', async () => {
    const { plan: who } = somebody(1)
    const one = await parties.person(who)
    const other = await parties.person(who)
    await relink()
    await world.owner('DELETE FROM match_proposal')
    // As if it had been stopped with every part done: nothing is left to do.
    await world.owner('UPDATE match_run SET ended_at = NULL')
    const again = await relink()
    expect(again.compared).toBe(0)
    await world.owner('UPDATE match_run SET ended_at = NULL, done = $1', [[]])
    expect((await relink()).model).toBe(again.model)
    expect(await pairOf(one, other)).toBeDefined()
  })
})

describe('A pair that was decided to be two', () => {
  test('is asked again only if something else is known, and makes them eight times likelier', async () => {
    const { plan: who, swapped } = somebody(2)
    const one = await parties.person(who)
    const other = await parties.person({ ...who, birth: swapped })
    await asService((tx) => matchParty(tx, other))
    const decided = (bits: number) =>
      world.owner(
        `UPDATE match_proposal SET stage = 'different', first_by = $1, first_at = now(), first_verdict = 'different',
          first_reason = 'r', weight = $2`,
        [world.personas.reviewer.account, bits],
      )
    const now = (await pairOf(one, other))?.weight ?? 0
    const stage = async () => {
      await asService((tx) => matchParty(tx, other))
      return (await pairOf(one, other))?.stage
    }
    await decided(now - 5)
    expect(await stage(), 'the same is known as before').toBe('different')
    await parties.name(other, { full: 'Walter Mitty' })
    await decided(now - 2.9)
    expect(await stage(), 'hardly likelier').toBe('different')
    await decided(now - 3.1)
    expect(await stage(), 'likelier').toBe('open')
  })
})

describe('A record that is new', () => {
  test('is compared with the whole store: by day of birth the other way round, by phone, by home, by sound', async () => {
    const { plan: who, short, swapped } = somebody(3)
    await relink()
    const one = await parties.person(who)
    for (const plan of [
      { ...who, birth: swapped },
      { ...who, given: short },
      { ...who, family: 'Riggelsworth' },
    ]) {
      const other = await parties.person(plan)
      await asService((tx) => matchParty(tx, other))
      expect(await pairOf(one, other), JSON.stringify(plan)).toBeDefined()
    }
  })

  test('is asked for one by one while there are 500 at most; of more the whole store is gone through', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
    const asked = async (count: number) => {
      await world.owner('DELETE FROM domain_event')
      await asService((tx) => announceStored(tx, ids(count)))
      return world.owner('SELECT name, count(*)::integer FROM domain_event GROUP BY name')
    }
    expect(await asked(500)).toEqual([{ name: 'party.stored', count: 500 }])
    expect(await asked(501)).toEqual([{ name: 'parties.stored', count: 1 }])
  })

  test('twice is told once', async () => {
    const { plan: who } = somebody(4)
    await relink()
    await parties.person(who)
    const other = await parties.person(who)
    expect(await asService((tx) => matchParty(tx, other))).toBe(1)
    expect(await asService((tx) => matchParty(tx, other))).toBe(0)
    expect((await proposals()).filter(({ right }) => right === other)).toHaveLength(1)
  })

  test('while it is typed is looked for, with why, the likeliest first', async () => {
    const { plan: who, short } = somebody(5)
    const one = await parties.person(who)
    await relink()
    const [first] = await typed({ given: short, family: 'Postlethwaite', birth: '1959-04-08' })
    expect(first).toMatchObject({ party: one })
    expect(first?.probability).toBeGreaterThan(0.9)
    expect(first?.reasons.map(({ what }) => what)).toContain('Family name')
    expect(await typed({ given: 'Nobody', family: 'Atall' })).toEqual([])
  })
})

describe('Somebody protected', () => {
  test('is matched for those inside alone, and their custodian is told; nobody else learns of it', async () => {
    const { plan: who } = somebody(6)
    const hidden = await parties.person({ ...who, compartment: world.compartment })
    const open = await parties.person(who)
    await relink()
    expect(await pairOf(hidden, open)).toMatchObject({ compartment_ids: [world.compartment] })
    expect(await told()).toEqual([{ event: 'identity.hidden-match', subject_id: String(world.compartment) }])
  })

  test('is not found while somebody types, but by those inside', async () => {
    const { plan: who, short } = somebody(7)
    const hidden = await parties.person({ ...who, compartment: world.compartment })
    await relink()
    const facts = { given: short, family: 'Birtwhistle', birth: '2001-01-09' }
    expect((await typed(facts)).map(({ party }) => party)).not.toContain(hidden)
    expect((await typed(facts, 'member'))[0]?.party).toBe(hidden)
  })

  test('does not leak by an alias: what a closed record says is a ground for those inside alone', async () => {
    const { plan: who } = somebody(8)
    const one = await parties.person({
      given: 'Wat',
      family: 'Tyler',
      birth: '1995-08-02',
      aliases: [{ given: 'Edward', family: 'Murgatroyd', compartment: world.compartment }],
    })
    const other = await parties.person(who)
    await relink()
    expect(await pairOf(one, other)).toMatchObject({ compartment_ids: [world.compartment] })
    const [kept] = await world.owner('SELECT reasons::text FROM match_proposal WHERE compartment_ids = $1', [[]])
    expect(JSON.stringify(kept ?? {})).not.toContain('murgatroyd')
  })
})
