import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { victimReader } from '#platform/access/victim-session.ts'
import { contextStatements } from '#platform/db/context.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { logEvent } from '../../src/modules/victims/commands/log-event.ts'
import { seedEveryTable } from '../access/seed.ts'
import { bringCrime, victimsBy } from '../world/victims.ts'
import { buildWorld, type World } from '../world/world.ts'
import { START } from './own-page-world.ts'

/** What somebody could do who got hold of the database in the middle of a victim’s transaction. */

const database = withTestDatabase()
let world: World
let client: pg.PoolClient
let mine: string
let theirs: string

beforeAll(async () => {
  world = await buildWorld(database(), { at: START })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  await seedEveryTable(world)
  await bringCrime(world, {
    number: '43210005000',
    offenceCode: '008/06',
    offenceClass: '8N',
    reportedAt: '2021-05-10 09:30',
    victims: ['N1', 'N2'],
    unit: 'teamA',
  })
  const both = await victimsBy(world, '43210005000')
  ;[mine = '', theirs = ''] = Object.values(both)
  for (const [id, kind] of [
    [mine, 'loss-or-injury'],
    [theirs, 'loss-or-injury'],
  ] as const)
    await world.run('sergeantA', logEvent, { id, kind, happenedOn: '2021-05-10', happenedTime: '11:00' })
  for (const id of [mine, theirs]) {
    await world.owner(`INSERT INTO victim_own_word VALUES (gen_random_uuid(), $1, now(), 'yes', 'w')`, [id])
    await world.owner(`INSERT INTO victim_message VALUES (gen_random_uuid(), $1, now(), true, NULL, 'w')`, [id])
  }
  client = await world.store.pool.connect()
})
afterAll(async () => {
  client.release()
  await world.close()
})

/** Rows touched by a statement in this victim’s transaction, or the refusal; nothing of it stays. */
async function answer(sql: string, victim: string | null = mine): Promise<number | string> {
  const reader = victimReader(victim ?? '')
  await client.query(`BEGIN;${contextStatements(reader, { requestId: 'r', purpose: 'p', origin: 'o' })}`)
  try {
    return (await client.query(sql)).rowCount ?? 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/row-level security/.test(message)) return 'refused by policy'
    return /permission denied/.test(message) ? 'no right' : message
  } finally {
    await client.query('ROLLBACK')
  }
}

const tables = async () =>
  (
    await world.owner<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      ORDER BY relname`,
    )
  ).map(({ name }) => name)

describe('The role fp_victim', () => {
  test('reads of every table its own rows, and none of any other', async () => {
    const found: Record<string, number | string> = {}
    for (const table of await tables()) {
      const rows = await answer(`SELECT 1 FROM ${table}`)
      if (rows !== 'no right') found[table] = rows
    }
    expect(found).toEqual({
      audit_era: 1,
      // Reported; and what was found of them alone.
      case_event: 2,
      duty: expect.any(Number),
      unit: 1,
      victim: 1,
      victim_message: 1,
      victim_own_word: 1,
      victim_page_setting: 1,
    })
    for (const [table, column] of [
      ['victim', 'id'],
      ['duty', 'record_id'],
      ['victim_message', 'victim_id'],
      ['victim_own_word', 'victim_id'],
    ])
      expect([table, await answer(`SELECT FROM ${table} WHERE ${column} IS DISTINCT FROM '${mine}'`)]).toEqual([
        table,
        0,
      ])
    expect(await answer(`SELECT FROM case_event WHERE victim_id <> '${mine}'`)).toBe(0)
  })

  test('reads these columns and no other: no name, note, suspect, officer or address, no reason and no flag', async () => {
    const rows = await world.owner<{ column: string }>(
      `SELECT c.relname || '.' || a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
        AND has_column_privilege('fp_victim', c.oid, a.attnum, 'SELECT') AND c.relname <> 'audit_era'
      ORDER BY 1`,
    )
    expect(rows.map(({ column }) => column)).toEqual([
      'case_event.happened_at',
      'case_event.id',
      'case_event.kind',
      'case_event.occurrence_id',
      'case_event.takes_place_at',
      'case_event.victim_id',
      'duty.due_at',
      'duty.ended_at',
      'duty.id',
      'duty.list_at',
      'duty.paused_at',
      'duty.record_id',
      'duty.rule',
      'duty.subject_id',
      'duty.subject_kind',
      'unit.id',
      'unit.name',
      'victim.code',
      'victim.contact_way',
      'victim.enhanced_since',
      'victim.id',
      'victim.occurrence_id',
      'victim.reported_at',
      'victim.unit_id',
      'victim_message.at',
      'victim_message.from_victim',
      'victim_message.id',
      'victim_message.victim_id',
      'victim_message.words',
      'victim_own_word.at',
      'victim_own_word.helped',
      'victim_own_word.id',
      'victim_own_word.victim_id',
      'victim_own_word.words',
      'victim_page_setting.messages',
      'victim_page_setting.page',
      'victim_page_setting.phone',
      'victim_page_setting.valid_from',
    ])
  })

  test('writes its own wishes, words and messages, and nothing of anybody else', async () => {
    const message = (victim: string, more = 'true') =>
      answer(`INSERT INTO victim_message (id, victim_id, at, from_victim, words)
        VALUES (gen_random_uuid(), '${victim}', now(), ${more}, 'w')`)
    const word = (victim: string) =>
      answer(`INSERT INTO victim_own_word VALUES (gen_random_uuid(), '${victim}', now(), 'yes', 'w')`)
    expect(await answer(`UPDATE victim SET contact_way = 'phone'`)).toBe(1)
    expect(await answer(`UPDATE victim SET contact_way = 'phone' WHERE id = '${theirs}'`)).toBe(0)
    expect(await answer(`UPDATE victim SET no_safe_contact_since = NULL`)).toBe('no right')
    expect(await answer(`UPDATE victim SET id = '${theirs}'`)).toBe('no right')
    expect([await message(mine), await message(theirs), await message(mine, 'false')]).toEqual([
      1,
      'refused by policy',
      'refused by policy',
    ])
    expect([await word(mine), await word(theirs)]).toEqual([1, 'refused by policy'])
    for (const table of await tables())
      expect([table, await answer(`DELETE FROM ${table}`)]).toEqual([table, 'no right'])
  })

  test('reads nothing where nobody said whose page it is', async () => {
    for (const table of ['victim', 'case_event', 'duty', 'unit', 'victim_message', 'victim_own_word'])
      expect([table, await answer(`SELECT 1 FROM ${table}`, null)]).toEqual([table, 0])
  })
})
