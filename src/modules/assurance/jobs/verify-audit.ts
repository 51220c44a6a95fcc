import { z } from 'zod'
import { lastSealIn } from '#platform/audit/heads-file.ts'
import { verifyAudit, verificationWords } from '#platform/audit/verify.ts'
import { defineJob } from '#platform/jobs/define.ts'

/** Every night, and when an auditor asks: the whole chain beside the heads outside the database. */
export const verifyAuditJob = defineJob({
  name: 'audit.verify',
  input: z.object({}),
  as: 'system:audit',
  purpose: 'audit',
  access: { staff: ['auditor'] },
  daily: { hour: 4 },
  retries: 2,
  expireAfter: 6 * 3_600,
  title: () => 'Check of the audit’s seals',
  async run({ store, headsFile }) {
    const heads = headsFile !== null && (await lastSealIn(headsFile)) !== null ? headsFile : null
    const found = await verifyAudit(store, heads)
    return { seals: found.seals, rows: found.rows, found: verificationWords(found) }
  },
})
