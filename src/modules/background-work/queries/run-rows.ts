import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { RUN_STATES } from '../rules/run-words.ts'

/** A piece of background work as pages show it. */
export const run = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(keysOf(RUN_STATES)),
  /** Whoever asked; null where it runs by itself. */
  who: z.string().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  message: z.string(),
  error: z.string().nullable(),
  attempts: z.int(),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type Run = z.output<typeof run>

type Row = Omit<Run, 'askedAt' | 'startedAt' | 'endedAt'> & {
  readonly askedAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

/** Row-level security shows a person their own, and an administrator all. */
export async function readRuns(tx: Tx, rest: string, values: readonly unknown[]): Promise<Run[]> {
  const result = await tx.client.query(
    `SELECT r.id, r.title, r.state, a.name AS who, r.done, r.total, r.message, r.error, r.attempts,
      r.asked_at AS "askedAt", r.started_at AS "startedAt", r.ended_at AS "endedAt"
    FROM job_run r LEFT JOIN account a ON a.id = r.account_id ${rest}`,
    [...values],
  )
  return rowsAs<Row>(result).map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }))
}
