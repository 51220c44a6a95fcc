import type { Tx } from '#platform/db/transaction.ts'

/** How the background work stands: for the metrics and the page. Counts what the reader may see. */
export interface QueueState {
  readonly waiting: number
  readonly running: number
  /** Failed for good, and not asked for again: dead letters. */
  readonly failed: number
  /** Seconds since the oldest waiting run was asked for; 0 when none waits. */
  readonly lagSeconds: number
}

export async function queueState(tx: Tx): Promise<QueueState> {
  const { rows } = await tx.client.query<{ waiting: number; running: number; failed: number; oldest: Date | null }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'running') AS running,
      count(*) FILTER (WHERE state = 'failed') AS failed, min(asked_at) FILTER (WHERE state = 'waiting') AS oldest
    FROM job_run WHERE state IN ('waiting', 'running', 'failed')`,
  )
  const { waiting = 0, running = 0, failed = 0, oldest = null } = rows[0] ?? {}
  const lagSeconds = oldest === null ? 0 : Math.max(0, (tx.now.getTime() - oldest.getTime()) / 1000)
  return { waiting, running, failed, lagSeconds }
}
