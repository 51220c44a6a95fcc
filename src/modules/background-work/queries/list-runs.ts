import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { queueState } from '#platform/jobs/queue-state.ts'
import { readRuns, run } from './run-rows.ts'
import { keysOf } from '#platform/edge.ts'
import { RUN_STATES } from '../rules/run-words.ts'

const PAGE = 50

export const listRuns = query({
  name: 'job.list',
  summary: 'See the background work: yours, or as an administrator all',
  input: z.object({
    state: z
      .union([
        z.literal('').transform(() => null),
        z.enum(keysOf(RUN_STATES), { error: 'Choose a state from the list' }),
      ])
      .optional()
      .transform((value) => value ?? null),
    before: z
      .union([z.literal('').transform(() => null), z.uuid({ error: 'This is not the address of a run' })])
      .optional()
      .transform((value) => value ?? null),
  }),
  output: z.object({
    runs: z.array(run),
    next: z.uuid().nullable(),
    waiting: z.int(),
    running: z.int(),
    failed: z.int(),
    lagSeconds: z.number(),
  }),
  access: { staff: 'any' },
  purpose: 'background work',
  audit: {
    event: 'job-run.listed',
    subjects: (_input, { runs }) => runs.map(({ id }) => ({ kind: 'job-run', id })),
  },
  async run(tx, { state, before }) {
    const found = await readRuns(
      tx,
      `WHERE ($1::text IS NULL OR r.state = $1)
        AND ($2::uuid IS NULL OR (r.asked_at, r.id) < (SELECT b.asked_at, b.id FROM job_run b WHERE b.id = $2))
      ORDER BY r.asked_at DESC, r.id DESC LIMIT ${PAGE + 1}`,
      [state, before],
    )
    const runs = found.slice(0, PAGE)
    return { ...(await queueState(tx)), runs, next: found.length > PAGE ? (runs.at(-1)?.id ?? null) : null }
  },
})
