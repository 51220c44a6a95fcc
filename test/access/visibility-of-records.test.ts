import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MARKINGS, type Reader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { EvidenceGuards, RecordGuards } from '#kernel/access/visibility.ts'
import { buildWorld, type World } from '../world/world.ts'
import { anyReader, asReader, poolsOf, seenBy, type Pools } from './any-reader.ts'
import { reference } from './reference.ts'

const database = withTestDatabase()
let world: World
let client: pg.PoolClient
let pools: Pools
const records: (RecordGuards & { readonly id: string })[] = []
const evidence: (EvidenceGuards & { readonly id: string })[] = []

beforeAll(async () => {
  world = await buildWorld(database())
  client = await world.store.pool.connect()
  pools = await poolsOf(world)
  for (const marking of MARKINGS)
    for (const compartment of [null, ...pools.compartments])
      for (const area of [null, ...pools.areas])
        for (const unit of [null, ...pools.units])
          for (const owner of [null, ...pools.people.slice(0, 2)]) {
            const guards = { marking, compartment, area, unit, owner }
            records.push({ id: await world.addRecord(guards), ...guards })
          }
  for (const record of [null, ...records.filter((_record, at) => at % 5 === 0)])
    for (const marking of MARKINGS)
      for (const compartment of [null, pools.compartments[0] ?? null])
        evidence.push({ id: await addEvidence(record?.id ?? null, marking, compartment), marking, compartment, record })
})
afterAll(async () => {
  client.release()
  await world.close()
})

async function addEvidence(record: string | null, marking: string, compartment: number | null): Promise<string> {
  const id = randomUUID()
  await world.owner(
    `INSERT INTO evidence (id, record_id, question, title, kind, observed_on, keeps_days, added_by, added_at, marking,
      compartment_id) VALUES ($1, $2, 'PEEL2016/E1', 'Visits', 'visit', '2026-01-01', 90, $3, now(), $4, $5)`,
    [id, record, world.personas.chief.account, marking, compartment],
  )
  return id
}

async function agrees(property: (reader: Reader) => Promise<void>, runs = 150): Promise<void> {
  await fc.assert(fc.asyncProperty(anyReader(world, pools), property), { numRuns: runs })
}

describe('Whoever asks, the database and the plain rule agree on', () => {
  test('which records are there', () =>
    agrees(async (reader) => {
      const expected = records.filter((row) => reference.readRecord(reader, row)).map((row) => row.id)
      expect(await seenBy(client, reader, 'record')).toEqual(expected.toSorted())
    }))

  test('which evidence is there: never more than of its record, whatever its own guards', () =>
    agrees(async (reader) => {
      const expected = evidence.filter((row) => reference.readEvidence(reader, row)).map((row) => row.id)
      expect(await seenBy(client, reader, 'evidence')).toEqual(expected.toSorted())
      for (const row of evidence)
        if (row.record !== null && reference.readEvidence(reader, row))
          expect(reference.readRecord(reader, row.record)).toBe(true)
    }))

  test('that a record while it is handed on is open as far as its marking and compartment let it, and no other is', async () => {
    await fc.assert(
      fc.asyncProperty(anyReader(world, pools), fc.constantFrom(...records), async (reader, handed) => {
        const during = await seenBy<string>(client, reader, 'record', `SET LOCAL app.handing_on = '${handed.id}'`)
        const expected = records.filter((row) =>
          reference.readRecord(
            row === handed && reader.principal === 'staff' ? { ...reader, forceWide: true } : reader,
            row,
          ),
        )
        expect(during).toEqual(expected.map((row) => row.id).toSorted())
      }),
      { numRuns: 100 },
    )
  })

  test('into what a record can be handed on', async () => {
    const guards: fc.Arbitrary<RecordGuards> = fc.record({
      marking: fc.constantFrom(...MARKINGS),
      compartment: fc.constantFrom(null, ...pools.compartments),
      area: fc.constantFrom(null, ...pools.areas),
      unit: fc.constantFrom(null, ...pools.units),
      owner: fc.constantFrom(null, ...pools.people),
    })
    await fc.assert(
      fc.asyncProperty(anyReader(world, pools), fc.constantFrom(...records), guards, async (reader, row, to) => {
        const done = await asReader(
          client,
          reader,
          `UPDATE record SET area_id = $2, unit_id = $3, owner_id = $4, marking = $5, compartment_id = $6 WHERE id = $1 RETURNING 1`,
          [row.id, to.area, to.unit, to.owner, to.marking, to.compartment],
          `SET LOCAL app.handing_on = '${row.id}'`,
        )
        expect(done !== 'refused' && done.length === 1).toBe(reference.handOnRecord(reader, row, to))
      }),
      { numRuns: 300 },
    )
  })
})
