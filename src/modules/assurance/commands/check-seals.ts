import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { verifyAuditJob } from '../jobs/verify-audit.ts'

export const checkSeals = command({
  name: 'audit.check',
  summary: 'Check every seal of the audit now',
  input: z.object({}),
  output: z.object({ jobRun: z.uuid() }),
  access: { staff: ['auditor'] },
  purpose: 'audit',
  audit: { event: 'audit-check.asked', subjects: (_input, { jobRun }) => [{ kind: 'job-run', id: jobRun }] },
  async run(tx) {
    return { jobRun: await enqueue(tx, verifyAuditJob, {}) }
  },
})
