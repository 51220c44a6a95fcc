import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { runAgain } from '#platform/jobs/enqueue.ts'

export const runJobAgain = command({
  name: 'job.again',
  summary: 'Try a failed piece of background work again',
  input: z.object({ id: z.uuid({ error: 'This is not the address of a run' }) }),
  output: z.object({ id: z.uuid() }),
  access: { staff: 'any' },
  purpose: 'background work',
  audit: { event: 'job-run.asked-again', subjects: ({ id }) => [{ kind: 'job-run', id }] },
  async run(tx, { id }) {
    await runAgain(tx, id)
    return { id }
  },
})
