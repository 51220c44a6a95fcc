import { z } from 'zod'
import type { Clock } from '#platform/clock/clock.ts'
import { openThread } from '#platform/threads/open-thread.ts'

/** What the thread of a job is given (src/job-thread.ts). */
export const asideWork = z.object({
  job: z.string(),
  jobRun: z.string(),
  requestId: z.string(),
  input: z.unknown(),
  databaseUrl: z.string(),
  /** Milliseconds by which the server's clock is ahead of the machine's: none, but where somebody moved it. */
  ahead: z.number(),
})

export type AsideWork = z.output<typeof asideWork>

const said = z.object({ result: z.record(z.string(), z.unknown()) })

/** Milliseconds by which this clock is ahead of the machine's. */
export function aheadOf(clock: Clock): number {
  return clock.now().getTime() - Date.now()
}

/** Runs a job in a thread of its own, and gives what it gives. Throws what it throws, or the reason for which the server stops. */
export async function runAside(work: AsideWork, stopping: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
  stopping.throwIfAborted()
  const thread = openThread('job-thread', work)
  const over = new AbortController()
  return new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    stopping.addEventListener('abort', () => reject(stopping.reason), { signal: over.signal })
    thread.on('message', (message: unknown) => resolve(said.parse(message).result))
    thread.on('error', reject)
    thread.on('exit', (code) => reject(new Error(`The thread of ${work.job} ended with ${code}.`)))
  }).finally(() => {
    over.abort()
    void thread.terminate()
  })
}
