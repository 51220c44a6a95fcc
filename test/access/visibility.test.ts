import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MARKINGS, type Reader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { DocumentGuards } from '#kernel/access/visibility.ts'
import { buildWorld, type World } from '../world/world.ts'
import { anyReader, asReader, poolsOf, seenBy, type Pools } from './any-reader.ts'
import { reference } from './reference.ts'

const database = withTestDatabase()
let world: World
let client: pg.PoolClient
let pools: Pools
const documents: (DocumentGuards & { readonly id: string })[] = []
const occurrences: {
  readonly id: number
  readonly marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'
  readonly compartment: number | null
}[] = []

beforeAll(async () => {
  world = await buildWorld(database())
  client = await world.store.pool.connect()
  pools = await poolsOf(world)
  for (const marking of MARKINGS)
    for (const compartment of [null, ...pools.compartments]) {
      occurrences.push({ id: await world.addOccurrence({ marking, compartment }), marking, compartment })
      for (const area of [null, ...pools.areas])
        for (const unit of [null, ...pools.units])
          for (const addedBy of pools.people.slice(0, 2)) {
            const guards = { marking, compartment, area, unit, addedBy }
            documents.push({ id: await world.addDocument(guards), ...guards })
          }
    }
})
afterAll(async () => {
  client.release()
  await world.close()
})

function anyGuards(): fc.Arbitrary<DocumentGuards> {
  return fc.record({
    marking: fc.constantFrom(...MARKINGS),
    compartment: fc.constantFrom(null, ...pools.compartments),
    area: fc.constantFrom(null, ...pools.areas),
    unit: fc.constantFrom(null, ...pools.units),
    addedBy: fc.constantFrom(...pools.people),
  })
}

function as<T>(reader: Reader, sql: string, values: readonly unknown[] = []): Promise<T[] | 'refused'> {
  return asReader(client, reader, sql, values)
}

async function touched(reader: Reader, sql: string): Promise<number> {
  const counted = 'WITH done AS (' + sql + ' RETURNING 1) SELECT count(*)::int AS count FROM done'
  const rows = await as<{ count: number }>(reader, counted)
  return rows === 'refused' ? 0 : (rows[0]?.count ?? 0)
}

function seen<Id>(reader: Reader, table: string): Promise<Id[]> {
  return seenBy(client, reader, table)
}

async function agrees(property: (reader: Reader) => Promise<void>, runs = 150): Promise<void> {
  await fc.assert(fc.asyncProperty(anyReader(world, pools), property), { numRuns: runs })
}

describe('Whoever asks, the database and the plain rule agree on', () => {
  test('which documents are there', () =>
    agrees(async (reader) => {
      const expected = documents.filter((row) => reference.readDocument(reader, row)).map((row) => row.id)
      expect(await seen(reader, 'document')).toEqual(expected.toSorted())
    }))

  test('which occurrences are there', () =>
    agrees(async (reader) => {
      const expected = occurrences.filter((row) => reference.readOccurrence(reader, row)).map((row) => row.id)
      expect(await seen(reader, 'occurrence')).toEqual(expected)
    }))

  test('which postings are there, and whether one can be made or changed', () =>
    agrees(async (reader) => {
      const all = Object.values(world.personas).map((persona) => persona.posting)
      expect(await seen(reader, 'posting')).toEqual(reference.readPosting(reader) ? all.toSorted((a, b) => a - b) : [])
      const insert = `INSERT INTO posting (account_id, unit_id, title, roles, starts) VALUES ($1, $2, 'T', '{officer}', '2026-01-01')`
      const inserted = await as(reader, insert, [world.personas.chief.account, world.units.A])
      expect(inserted !== 'refused').toBe(reference.writePosting(reader, world.personas.chief.account))
      const [post, of] = [all[0], Object.values(world.personas).find((persona) => persona.posting === all[0])?.account]
      const updated = await as(reader, `UPDATE posting SET title = 'U' WHERE id = $1 RETURNING id`, [post])
      expect(updated !== 'refused' && updated.length === 1).toBe(reference.writePosting(reader, of ?? ''))
    }))

  test('whether a document can be added', async () => {
    await fc.assert(
      fc.asyncProperty(anyReader(world, pools), anyGuards(), async (reader, row) => {
        const answer = await as(
          reader,
          `INSERT INTO document (id, title, file_name, media_type, bytes, sha256, agency_id, unit_id, area_id, marking,
            compartment_id, added_by, added_at) VALUES ($1, 't', 'f', 'm', 1, $2, $3, $4, $5, $6, $7, $8, now())`,
          [
            randomUUID(),
            'b'.repeat(64),
            world.agencies.force,
            row.unit,
            row.area,
            row.marking,
            row.compartment,
            row.addedBy,
          ],
        )
        expect(answer !== 'refused').toBe(reference.addDocument(reader, row))
      }),
      { numRuns: 300 },
    )
  })

  test('which documents can be withdrawn, whether or not the change reads them', () =>
    agrees(async (reader) => {
      const expected = documents.filter((row) => reference.withdrawDocument(reader, row)).map((row) => row.id)
      const change = `UPDATE document SET withdrawn_at = now(), withdrawn_reason = 'r'`
      const reading = await as<{ id: string }>(reader, `${change} WHERE id IS NOT NULL RETURNING id`)
      expect(reading === 'refused' ? [] : reading.map((row) => row.id).toSorted()).toEqual(expected.toSorted())
      // Blindly, nothing tells which they were: as many, and so the same.
      const blind = await touched(reader, change)
      expect(blind).toBe(expected.length)
    }))

  test('that what guards a document, and its bytes, are nobody’s to change', () =>
    agrees(async (reader) => {
      for (const column of ['marking', 'compartment_id', 'area_id', 'unit_id', 'agency_id', 'added_by', 'sha256'])
        expect(await as(reader, `UPDATE document SET ${column} = ${column}`)).toBe('refused')
    }, 20))

  test('who works for an agency: partners see their own', () =>
    agrees(async (reader) => {
      const rows = await world.owner<{ id: string; agency_id: number }>('SELECT id, agency_id FROM account ORDER BY id')
      const may = (agency: number) =>
        reader.principal === 'staff' ||
        reader.principal === 'service' ||
        (reader.principal === 'partner' && agency === reader.agency)
      const expected = rows.filter((row) => may(row.agency_id)).map((row) => row.id)
      expect((await seen<string>(reader, 'account')).toSorted()).toEqual(expected.toSorted())
    }, 40))

  test('that a compartment’s name and list are for those inside and its custodian', () =>
    agrees(async (reader) => {
      const chief = { ...reader, account: world.personas.chief.account }
      const inside =
        reader.principal === 'staff' ? pools.compartments.filter((id) => reader.compartments.includes(id)) : []
      expect(await seen(reader, 'compartment')).toEqual(inside)
      expect(await seen(chief, 'compartment')).toEqual(reader.principal === 'staff' ? pools.compartments : [])
      const list = await as(reader, 'SELECT FROM compartment_member')
      expect(list === 'refused' ? 0 : list.length).toBe(inside.includes(world.compartment) ? 1 : 0)
    }, 60))
})
