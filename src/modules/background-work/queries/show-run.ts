import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { RUN_STATES } from '../rules/run-words.ts'
import { readRuns, run, type Run } from './run-rows.ts'

const input = z.object({ id: z.uuid({ error: 'This is not the address of a run' }) })

async function getRun(tx: Tx, id: string): Promise<Run> {
  const [found] = await readRuns(tx, 'WHERE r.id = $1', [id])
  if (found === undefined) throw new NotFound({ kind: 'job-run', id })
  return found
}

export const showRun = query({
  name: 'job.show',
  summary: 'Open one piece of background work',
  input,
  output: z.object({ run, result: z.record(z.string(), z.unknown()).nullable() }),
  access: { staff: 'any' },
  purpose: 'background work',
  audit: { event: 'job-run.opened', subjects: ({ id }) => [{ kind: 'job-run', id }] },
  async run(tx, { id }) {
    const found = await getRun(tx, id)
    const { rows } = await tx.client.query<{ result: Record<string, unknown> | null }>(
      'SELECT result FROM job_run WHERE id = $1',
      [id],
    )
    return { run: found, result: rows[0]?.result ?? null }
  },
})

/** What the progress bar asks every second or so. Opening the page was logged; that it stayed open is not. */
export const jobProgress = query({
  name: 'job.progress',
  summary: 'Ask how far a piece of background work is',
  input,
  output: z.object({ done: z.int(), total: z.int().optional(), finished: z.boolean(), message: z.string() }),
  access: { staff: 'any' },
  purpose: 'background work',
  audit: {
    event: 'job-run.followed',
    subjects: ({ id }) => [{ kind: 'job-run', id }],
    alreadyLogged: () => true,
  },
  async run(tx, { id }) {
    const { done, total, state, message } = await getRun(tx, id)
    return { done, ...(total !== null && { total }), finished: RUN_STATES[state].over, message }
  },
})
