import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Finding } from '../organisation/rules/rule.ts'
import { PURPOSE_NAMES, type Purpose } from './lists.ts'

/** A share that was asked for and refused. */
export const refusalView = z.object({
  id: z.uuid(),
  agencyName: z.string(),
  purpose: z.enum(PURPOSE_NAMES),
  rule: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  refusedAt: z.iso.datetime(),
})
export type Refusal = z.output<typeof refusalView>

/** Keeps that a share was refused, by which rule and in which words. */
export async function keepRefusal(
  tx: Tx,
  of: { readonly record: string; readonly agency: number; readonly purpose: Purpose },
  { rule, message }: Finding,
): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('share_refusal')
    .values({
      id,
      record_id: of.record,
      agency_id: of.agency,
      purpose: of.purpose,
      rule,
      reason: message,
      asked_by: tx.reader.account ?? '',
      refused_at: tx.now,
    })
    .execute()
  return id
}

/** Of a record, newest first. One statement. */
export async function refusalsOf(tx: Tx, record: string): Promise<Refusal[]> {
  const rows = rowsAs<Omit<Refusal, 'refusedAt'> & { readonly refusedAt: Date }>(
    await tx.client.query(
      `SELECT f.id, g.name AS "agencyName", f.purpose, f.rule, f.reason, b.name AS "askedBy", f.refused_at AS "refusedAt"
      FROM share_refusal f JOIN agency g ON g.id = f.agency_id JOIN account b ON b.id = f.asked_by
      WHERE f.record_id = $1 ORDER BY f.refused_at DESC, f.id LIMIT 100`,
      [record],
    ),
  )
  return rows.map((row) => ({ ...row, refusedAt: row.refusedAt.toISOString() }))
}
