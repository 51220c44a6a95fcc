import { z } from 'zod'
import { text } from '#platform/forms/fields.ts'
import { command, query } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { sameVersion, version } from '../organisation/versions.ts'
import { recordKind } from '../records/record.ts'
import { evidenceId, evidenceView, evidenceViewOf, getEvidence } from './row.ts'
import { mayBeWithdrawn } from './rules/evd03-withdrawal.ts'

export const withdrawEvidence = command({
  name: 'evidence.withdraw',
  summary: 'Withdraw evidence, with the reason: it counts no more, and stays to be seen',
  input: z.object({ id: evidenceId, version, reason: text('Reason', 1000) }),
  output: z.object({ id: z.string(), kind: recordKind.nullable(), record: z.string().nullable() }),
  access: { staff: 'any' },
  purpose: 'evidence',
  audit: { event: 'evidence.withdrawn', subjects: ({ id }) => [{ kind: 'evidence', id }] },
  async run(tx, { id, version: seen, reason }) {
    const evidence = await getEvidence(tx, id, 'FOR UPDATE OF e')
    refuseOn(mayBeWithdrawn({ ...evidence, record: evidence.recordId }, tx.reader))
    sameVersion(evidence, seen)
    await tx.db
      .updateTable('evidence')
      .set({ withdrawn_at: tx.now, withdrawn_reason: reason, version: evidence.version + 1 })
      .where('id', '=', id)
      .execute()
    return { id, kind: evidence.recordKind, record: evidence.recordId }
  },
})

export const openEvidence = query({
  name: 'evidence.open',
  summary: 'Open a piece of evidence',
  input: z.object({ id: evidenceId }),
  output: evidenceView,
  access: { staff: 'any' },
  purpose: 'evidence',
  audit: { event: 'evidence.opened', subjects: ({ id }) => [{ kind: 'evidence', id }] },
  run: async (tx, { id }) => evidenceViewOf(tx, await getEvidence(tx, id)),
})
