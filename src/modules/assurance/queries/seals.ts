import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { momentOf } from '#platform/audit/seal.ts'
import { sealLag } from '#platform/audit/lag.ts'
import { about } from '#platform/operations/define.ts'
import { rowsAs } from '#platform/edge.ts'

const finding = z.object({ kind: z.string(), words: z.string() })
const check = z.object({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  withHeads: z.boolean(),
  seals: z.int(),
  rows: z.int(),
  findings: z.array(finding),
})

type CheckRow = Omit<z.output<typeof check>, 'startedAt' | 'endedAt'> & {
  readonly startedAt: Date
  readonly endedAt: Date
}

/** The state of the chain that makes the audit tamper-evident. */
export const showSeals = query({
  name: 'audit.seals',
  summary: 'See whether the audit is sealed, and when it was last checked',
  input: z.object({}),
  output: z.object({
    last: z
      .object({ seq: z.int(), rows: z.int(), sealedAt: z.iso.datetime(), lastAt: z.iso.datetime(), head: z.string() })
      .nullable(),
    unsealedRows: z.int(),
    lagSeconds: z.number(),
    checks: z.array(check),
  }),
  access: { staff: ['auditor'] },
  purpose: 'audit',
  audit: { event: 'audit-seals.shown', subjects: about.nobody },
  async run(tx) {
    const lag = await sealLag(tx)
    const checks = rowsAs<CheckRow>(
      await tx.client.query(`SELECT started_at AS "startedAt", ended_at AS "endedAt", with_heads AS "withHeads", seals,
        row_count AS rows, findings FROM audit_verification ORDER BY id DESC LIMIT 10`),
    )
    return {
      last:
        lag.last === null
          ? null
          : {
              seq: lag.last.seq,
              rows: lag.last.rows,
              sealedAt: lag.last.sealedAt.toISOString(),
              lastAt: momentOf(lag.last.lastAt).toISOString(),
              head: lag.last.head,
            },
      unsealedRows: lag.unsealedRows,
      lagSeconds: lag.seconds,
      checks: checks.map((row) => ({
        ...row,
        startedAt: row.startedAt.toISOString(),
        endedAt: row.endedAt.toISOString(),
      })),
    }
  },
})
