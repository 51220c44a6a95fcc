import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { query } from '#kernel/operations.ts'
import { readHead, recordHead } from '#kernel/records/head.ts'
import { recordId, recordKind } from '#kernel/records/record.ts'
import { readTimeline, timelinePage } from '#kernel/records/timeline.ts'

const auditLine = z.object({
  at: z.iso.datetime(),
  event: z.string(),
  outcome: z.string(),
  who: z.string(),
})
export type AuditLine = z.output<typeof auditLine>

/** The newest lines; the rest are in the audit itself, which auditors search. */
const LINES = 50

export const recordHistory = query({
  name: 'record.history',
  summary: 'See who changed what of a record, and when',
  input: z.object({
    kind: recordKind,
    id: recordId,
    /** The timeline's entry after which an older page begins. */
    after: z
      .union([z.literal('').transform(() => null), z.uuid()])
      .optional()
      .transform((after) => after ?? null),
  }),
  output: z.object({
    head: recordHead,
    timeline: timelinePage,
    /** Null for whoever may not read the audit. */
    audit: z.array(auditLine).nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'record.history-opened', subjects: ({ kind, id }) => [{ kind, id }] },
  async run(tx, { kind, id, after }) {
    return {
      head: await readHead(tx, kind, id),
      timeline: await readTimeline(tx, id, after),
      audit: tx.reader.roles.includes('auditor') && after === null ? await auditLines(tx, kind, id) : null,
    }
  },
})

async function auditLines(tx: Tx, kind: string, id: string): Promise<AuditLine[]> {
  const rows = rowsAs<Omit<AuditLine, 'at'> & { readonly at: Date }>(
    await tx.client.query(
      `SELECT e.at, e.event, e.outcome, coalesce(a.name, e.system_name, e.principal) AS who
      FROM audit_subject s JOIN audit_event e ON e.at = s.at AND e.id = s.audit_id LEFT JOIN account a ON a.id = e.account_id
      WHERE s.kind = $1 AND s.subject = $2 ORDER BY s.at DESC, s.audit_id DESC LIMIT ${LINES}`,
      [kind, id],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
