import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { cancelRun } from '#platform/jobs/enqueue.ts'

export const cancelJob = command({
  name: 'job.cancel',
  summary: 'Cancel a piece of background work that has not begun',
  input: z.object({ id: z.uuid({ error: 'This is not the address of a run' }) }),
  output: z.object({ id: z.uuid() }),
  access: { staff: 'any' },
  purpose: 'background work',
  audit: { event: 'job-run.cancelled', subjects: ({ id }) => [{ kind: 'job-run', id }] },
  async run(tx, { id }) {
    await cancelRun(tx, id)
    return { id }
  },
})
