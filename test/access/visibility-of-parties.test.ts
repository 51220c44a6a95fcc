import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MARKINGS, type Reader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { PartyGuards, RecordGuards } from '#kernel/access/visibility.ts'
import { partiesOf } from '../world/parties.ts'
import { buildWorld, type World } from '../world/world.ts'
import { anyReader, asReader, poolsOf, seenBy, type Pools } from './any-reader.ts'
import { reference } from './reference.ts'

const database = withTestDatabase()
let world: World
let client: pg.PoolClient
let pools: Pools
const parties: (PartyGuards & { readonly id: number })[] = []
const links: (RecordGuards & { readonly id: number })[] = []
const proposals: { readonly id: string; readonly left: PartyGuards; readonly right: PartyGuards }[] = []

beforeAll(async () => {
  world = await buildWorld(database())
  client = await world.store.pool.connect()
  pools = await poolsOf(world)
  const made = partiesOf(world)
  for (const marking of MARKINGS)
    for (const compartment of [null, ...pools.compartments])
      parties.push({ id: await made.person({ marking, ...inside(compartment) }), marking, compartment })
  const [one, other] = [await made.phone(), await made.phone()]
  for (const marking of MARKINGS)
    for (const compartment of [null, pools.compartments[0] ?? null])
      for (const area of [null, ...pools.areas])
        for (const unit of [null, ...pools.units])
          for (const owner of [null, pools.people[0] ?? null]) {
            const guards = { marking, compartment, area, unit, owner }
            links.push({ id: await made.link(one, 'associate-of', other, given(guards)), ...guards })
          }
  for (const left of parties)
    for (const right of parties.filter(({ id }) => id > left.id))
      proposals.push({ id: await propose(left, right), left, right })
  parties.push(...[one, other].map((id) => ({ id, marking: 'OFFICIAL' as const, compartment: null })))
})
afterAll(async () => {
  client.release()
  await world.close()
})

const inside = (compartment: number | null) => (compartment === null ? {} : { compartment })

const given = ({ marking, compartment, area, unit, owner }: RecordGuards) => ({
  marking,
  ...inside(compartment),
  ...(area !== null && { area }),
  ...(unit !== null && { unit }),
  ...(owner !== null && { owner }),
})

type Party = PartyGuards & { readonly id: number }

async function propose(left: Party, right: Party): Promise<string> {
  const id = randomUUID()
  await world.owner(PROPOSE, [id, left.id, right.id, null, ...guardsOf(left, right)])
  return id
}

const PROPOSE = `INSERT INTO match_proposal (id, kind, left_party, right_party, proposed_by, marking, compartment_ids, stage, proposed_at)
  VALUES ($1, 'person', $2, $3, $4, $5, $6, 'open', now())`

function guardsOf(left: PartyGuards, right: PartyGuards): readonly [string, readonly number[]] {
  const both = [left, right]
  return [
    both.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    [...new Set(both.flatMap(({ compartment }) => (compartment === null ? [] : [compartment])))],
  ]
}

async function agrees(property: (reader: Reader) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(anyReader(world, pools), property), { numRuns: 100 })
}

describe('Whoever asks, the database and the plain rule agree on', () => {
  test('which parties are there, and with each its names and itself as a person', () =>
    agrees(async (reader) => {
      const expected = parties.filter((row) => reference.readParty(reader, row)).map(({ id }) => id)
      expect(await seenBy(client, reader, 'party')).toEqual(expected.toSorted((a, b) => a - b))
      const people = await asReader<{ id: number }>(client, reader, 'SELECT party_id AS id FROM person ORDER BY 1')
      const named = await asReader<{ id: number }>(client, reader, 'SELECT party_id AS id FROM party_name ORDER BY 1')
      expect(people).toEqual(named)
      if (people !== 'refused') for (const { id } of people) expect(expected).toContain(id)
    }))

  test('which links are there: under the guards of what they come from', () =>
    agrees(async (reader) => {
      const expected = links.filter((row) => reference.readPartyLink(reader, row)).map(({ id }) => id)
      expect(await seenBy(client, reader, 'party_link')).toEqual(expected.toSorted((a, b) => a - b))
    }))

  test('which pairs that may be one are there: those of which both sides are', () =>
    agrees(async (reader) => {
      const expected = proposals.filter(
        ({ left, right }) =>
          reader.principal === 'staff' && [left, right].every((side) => reference.readParty(reader, side)),
      )
      expect(await seenBy(client, reader, 'match_proposal')).toEqual(expected.map(({ id }) => id).toSorted())
    }))

  test('what can be put on a party: nothing that is open to more people than the party', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyReader(world, pools),
        fc.constantFrom(...parties),
        fc.constantFrom(...MARKINGS),
        fc.constantFrom(null, ...pools.compartments),
        async (reader, party, marking, compartment) => {
          const added = await asReader(
            client,
            reader,
            `INSERT INTO party_name (party_id, kind, full_name, tokens, marking, compartment_id) VALUES ($1, 'alias', 'A', '{}', $2, $3)`,
            [party.id, marking, compartment],
          )
          expect(added !== 'refused').toBe(reference.addToParty(reader, party, { marking, compartment }))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('that whoever proposes sees both, and gives the pair the guards of both', async () => {
    const [left, right] = [parties[0], parties[2]]
    if (left === undefined || right === undefined) throw new Error('There are none.')
    await world.owner('DELETE FROM match_proposal WHERE left_party = $1 AND right_party = $2', [left.id, right.id])
    await fc.assert(
      fc.asyncProperty(anyReader(world, pools), fc.boolean(), async (reader, honest) => {
        const guards = honest ? guardsOf(left, right) : (['OFFICIAL', []] as const)
        const values = [randomUUID(), left.id, right.id, reader.account, ...guards]
        const done = await asReader(client, reader, PROPOSE, values)
        const may = honest && reader.principal === 'staff' && reference.readParty(reader, right)
        expect(done !== 'refused').toBe(may)
      }),
      { numRuns: 60 },
    )
  })

  test('that no person moves a party from one identity to another', () =>
    agrees(async (reader) => {
      expect(await asReader(client, reader, 'UPDATE party SET identity_id = id')).toBe('refused')
    }))
})
