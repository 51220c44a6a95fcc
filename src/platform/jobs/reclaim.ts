import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store } from '#platform/db/transaction.ts'
import type { SignOfLife } from './alive.ts'
import { queue, within } from './queue.ts'
import { endRun, stateInQueue } from './runs.ts'

const STOPPED_WORDS = 'It stopped in the middle, as when the server is restarted, as often as it was tried.'

interface RunningRow {
  readonly id: string
  readonly kind: string
  readonly queue_id: string
  readonly worker: number
}

/**
 * Gives back to the queue what was running in a process that has died, so that it is tried again now and not only when
 * its time is up. `mine` are the runs at work in this process. Gives how many were lost.
 */
export async function reclaimLost(store: Store, alive: SignOfLife, mine: ReadonlySet<string>): Promise<number> {
  const running = await asQueueKeeper(store, async (client) => {
    const { rows } = await client.query<RunningRow>(
      `SELECT id, kind, queue_id, worker FROM job_run WHERE state = 'running' AND worker IS NOT NULL AND queue_id IS NOT NULL`,
    )
    return rows
  })
  let lost = 0
  for (const run of running) if (await isLost(run, alive, mine)) lost += await giveBack(store, run)
  return lost
}

async function isLost(run: RunningRow, alive: SignOfLife, mine: ReadonlySet<string>): Promise<boolean> {
  return run.worker === alive.key ? !mine.has(run.id) : alive.isDead(run.worker)
}

async function giveBack(store: Store, run: RunningRow): Promise<number> {
  return asQueueKeeper(store, async (client, now) => {
    // Another process may have found it at the same moment: one of the two does it.
    const still = await client.query(
      `SELECT FROM job_run WHERE id = $1 AND state = 'running' AND worker = $2 FOR UPDATE`,
      [run.id, run.worker],
    )
    if (still.rowCount === 0) return 0
    const there = within(client)
    await queue.fail(run.kind, run.queue_id, { message: 'The process died.' }, there)
    const state = await stateInQueue({ kind: run.kind, queueId: run.queue_id }, there)
    await endRun(client, { jobRun: run.id, state, words: STOPPED_WORDS, now })
    return 1
  })
}

type Work<T> = (client: Parameters<typeof within>[0], now: Date) => Promise<T>

function asQueueKeeper<T>(store: Store, work: Work<T>): Promise<T> {
  const request = { requestId: 'worker', purpose: 'background work', origin: 'worker' }
  return transaction(store, { reader: systemReader('system:jobs') }, request, async (entered) => {
    const tx = await entered.open()
    return { value: await work(tx.client, tx.now), audit: [] }
  })
}
