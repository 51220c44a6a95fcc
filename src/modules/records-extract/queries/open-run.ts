import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { EXTRACTORS, PURPOSE } from '../rules/access.ts'
import { extractReport } from '../rules/report.ts'

const run = z.object({
  id: z.uuid(),
  extract: z.uuid().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  report: extractReport,
})
type Run = z.output<typeof run>

export const openRun = query({
  name: 'extract-run.open',
  summary: 'What came of this run of an extract?',
  input: z.object({ id: z.uuid() }),
  output: run,
  access: EXTRACTORS,
  purpose: PURPOSE,
  audit: { event: 'extract-run.opened', subjects: ({ id }) => [{ kind: 'extract-run', id }] },
  run: (tx, { id }) => getRun(tx, id),
})

/** Throws NotFound. */
export async function getRun(tx: Tx, id: string): Promise<Run> {
  const [row] = rowsAs<Omit<Run, 'at' | 'report'> & { readonly at: Date; readonly report: unknown }>(
    await tx.client.query(
      `SELECT r.id, r.extract_id AS extract, a.name AS by, r.run_at AS at, r.report FROM extract_run r
       LEFT JOIN account a ON a.id = r.run_by WHERE r.id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'extract-run', id })
  return { ...row, at: row.at.toISOString(), report: extractReport.parse(row.report) }
}
