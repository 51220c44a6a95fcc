import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** An assessment as it is read. `madeAt` is an instant. */
export const assessmentView = z.object({
  id: z.string(),
  version: z.int(),
  answers: z.record(z.string(), z.number()),
  score: z.int(),
  suggestion: z.string(),
  judgement: z.string(),
  reason: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
})
export type AssessmentView = z.output<typeof assessmentView>

/** Those of a record by one instrument, the newest first. */
export async function assessmentsOf(tx: Tx, record: string, instrument: string): Promise<readonly AssessmentView[]> {
  const rows = rowsAs<Omit<AssessmentView, 'madeAt'> & { readonly madeAt: Date }>(
    await tx.client.query(
      `SELECT s.id, s.instrument_version AS version, s.answers, s.score, s.suggestion, s.judgement, s.reason,
        a.name AS "madeBy", s.made_at AS "madeAt"
      FROM assessment s JOIN account a ON a.id = s.made_by
      WHERE s.record_id = $1 AND s.instrument = $2 ORDER BY s.made_at DESC, s.id`,
      [record, instrument],
    ),
  )
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
}
