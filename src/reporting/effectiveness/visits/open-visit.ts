import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { WATCHERS } from './hosts.ts'
import { visitId } from './visit-fields.ts'
import { getVisit, visitModel, type Visit } from './visit-row.ts'

/** What an inspector did, as the audit has it. */
const logLine = z.object({
  at: z.iso.datetime(),
  event: z.string(),
  /** `not opened`: it was not there, or not open to them; which of the two is for auditors. */
  outcome: z.enum(['opened', 'refused', 'not opened', 'failed']),
  /** About how many of each kind. */
  about: z.array(z.object({ kind: z.string(), count: z.int() })).readonly(),
  /** Codes of measures and questions, which the whole force may know. */
  named: z.array(z.string()).readonly(),
})
export type LogLine = z.output<typeof logLine>

/** A visit, and everything that its inspector asked for while it lasted. */
export const openVisit = query({
  name: 'visit.open',
  summary: 'A visit, and all that its inspector looked at, as the audit has it',
  input: z.object({ id: visitId, page: pageNumber }),
  output: z.object({
    visit: visitModel,
    log: z.array(logLine).readonly(),
    page: z.int(),
    more: z.boolean(),
  }),
  access: { staff: WATCHERS },
  purpose: 'inspection visit',
  audit: {
    event: 'visit.opened',
    subjects: ({ id }, { visit }) => [
      { kind: 'inspector-visit', id },
      { kind: 'account', id: visit.account },
    ],
  },
  async run(tx, { id, page }) {
    const visit = await getVisit(tx, id)
    const found = await readLog(tx, visit, (page - 1) * PAGE_SIZE)
    return { visit, log: found.slice(0, PAGE_SIZE), page, more: found.length > PAGE_SIZE }
  },
})

interface Row {
  readonly at: Date
  readonly event: string
  readonly outcome: 'done' | 'intended' | 'refused' | 'missed' | 'hidden' | 'failed'
  readonly about: LogLine['about']
  readonly named: readonly string[]
}

const OUTCOMES = {
  done: 'opened',
  intended: 'opened',
  refused: 'refused',
  missed: 'not opened',
  hidden: 'not opened',
  failed: 'failed',
} as const satisfies Record<Row['outcome'], LogLine['outcome']>

/**
 * The audit is open to auditors only; whoever asked an inspector in reads this one person's lines of these hours, which hold
 * no names, through the system. That they may was decided by the visit, which they found under their own policies.
 */
async function readLog(tx: Tx, { account, startsAt, endsAt }: Visit, offset: number): Promise<readonly LogLine[]> {
  const rows = await asService(tx, async () =>
    rowsAs<Row>(
      await tx.client.query(
        `SELECT e.at, e.event, e.outcome,
          coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'count', k.count) ORDER BY k.kind) FROM (
            SELECT s.kind, count(*)::int AS count FROM audit_subject s WHERE s.at = e.at AND s.audit_id = e.id GROUP BY s.kind) k),
            '[]') AS about,
          ARRAY(SELECT s.subject FROM audit_subject s WHERE s.at = e.at AND s.audit_id = e.id
            AND s.kind IN ('measure', 'question') ORDER BY s.subject LIMIT 5) AS named
        FROM audit_event e WHERE e.account_id = $1 AND e.at >= $2 AND e.at <= $3
        ORDER BY e.at DESC, e.id DESC LIMIT ${PAGE_SIZE + 1} OFFSET $4`,
        [account, startsAt, endsAt, offset],
      ),
    ),
  )
  return rows.map(({ at, event, outcome, about, named }) => ({
    at: at.toISOString(),
    event,
    outcome: OUTCOMES[outcome],
    about,
    named,
  }))
}
