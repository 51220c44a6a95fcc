import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { systemReader } from '#platform/access/reader.ts'
import type { AuditEntry } from '#platform/audit/entry.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import { cutOff, type DisposalRule } from './rule.ts'

/** Placing a hold and disposing wait for one another: nothing goes that a hold named a moment before. */
const HOLD_LOCK = 727_005

/** Taken by whoever places a hold, before it is written. */
export async function waitForDisposal(client: pg.ClientBase): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${HOLD_LOCK})`)
}

/** Rows in one transaction, and so on one certificate. */
const BATCH = 5_000
/** A certificate lists ids up to this many. */
const LISTED = 100

export interface Disposal {
  readonly rule: string
  readonly rows: number
  /** Old enough, and kept because of a hold. */
  readonly held: number
}

/**
 * Disposes of everything that the rule names and no live hold keeps, in batches, each with its certificate and its line
 * in the audit in the same transaction. Only the rule's own role deletes, and that is never a person's.
 */
export async function dispose(store: Store, rule: DisposalRule, now: Date, batch = BATCH): Promise<Disposal> {
  const request = { requestId: randomUUID(), purpose: 'disposal', origin: `rule ${rule.code}` }
  let rows = 0
  for (;;) {
    const done = await transaction(store, { reader: systemReader('system:disposal') }, request, async (entered) => {
      const { client } = await entered.open()
      return disposeBatch(client, rule, now, batch)
    })
    rows += done.ids.length
    if (done.ids.length < batch) return { rule: rule.code, rows, held: done.held }
  }
}

interface Batch {
  readonly ids: readonly string[]
  readonly held: number
}

async function disposeBatch(
  client: pg.ClientBase,
  rule: DisposalRule,
  now: Date,
  limit: number,
): Promise<{ value: Batch; audit: readonly AuditEntry[] }> {
  await waitForDisposal(client)
  await client.query('SET LOCAL ROLE fp_disposal')
  const holds = await liveHolds(client, rule)
  await client.query(`SET LOCAL ROLE ${rule.source.as}`)
  const batch = await deleteBatch(client, rule, cutOff(rule, now), holds, limit)
  await client.query('SET LOCAL ROLE fp_disposal')
  if (batch.ids.length === 0) return { value: batch, audit: [] }
  const listed = batch.ids.length <= LISTED ? batch.ids : []
  await client.query(
    `INSERT INTO disposal_certificate (rule, kind, what, authority, older_than, row_count, held, subjects, disposed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      rule.code,
      rule.kind,
      rule.what,
      rule.authority,
      cutOff(rule, now),
      batch.ids.length,
      batch.held,
      JSON.stringify(listed),
      now,
    ],
  )
  const subjects = listed.map((id) => ({ kind: rule.kind, id }))
  const detail = { rule: rule.code, rows: batch.ids.length, held: batch.held }
  return { value: batch, audit: [{ event: `${rule.kind}.disposed`, outcome: 'done', subjects, detail }] }
}

/** The subjects of live holds, for each way in which this rule's rows can be held. */
async function liveHolds(client: pg.ClientBase, { source }: DisposalRule): Promise<string[][]> {
  const { rows } = await client.query<{ kind: string; subject: string }>(
    'SELECT kind, subject FROM legal_hold WHERE lifted_at IS NULL AND kind = ANY ($1)',
    [source.heldBy.map(({ kind }) => kind)],
  )
  return source.heldBy.map(({ kind }) => rows.filter((row) => row.kind === kind).map((row) => row.subject))
}

async function deleteBatch(
  client: pg.ClientBase,
  { source }: DisposalRule,
  before: Date,
  holds: readonly string[][],
  limit: number,
): Promise<Batch> {
  const held = ['false', ...source.heldBy.map(({ subject }, index) => `${subject} = ANY ($${index + 2}::text[])`)].join(
    ' OR ',
  )
  const old = `${source.since} < $1::timestamptz`
  const { rows } = await client.query<{ id: string }>(
    `DELETE FROM ${source.table} WHERE ctid IN (
      SELECT ctid FROM ${source.table} WHERE ${old} AND NOT (${held}) LIMIT ${limit}
    ) RETURNING ${source.id} AS id`,
    [before, ...holds],
  )
  const kept = await client.query<{ held: number }>(
    `SELECT count(*) AS held FROM ${source.table} WHERE ${old} AND (${held})`,
    [before, ...holds],
  )
  return { ids: rows.map((row) => row.id), held: kept.rows[0]?.held ?? 0 }
}
