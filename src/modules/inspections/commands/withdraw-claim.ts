import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { text } from '#platform/forms/fields.ts'
import { openByDate } from '../duties/owed.ts'
import { WRITERS } from '../writers.ts'
import { aboutFinding, findingChanged, findingSeen } from './finding-fields.ts'
import { lockFinding, owedOn, stageOrRefused } from './locked-finding.ts'

/** The claim stays where it was, with what was said against it; it only stands no longer. */
export const withdrawClaim = command({
  name: 'finding.withdraw-claim',
  summary: 'Take back the claim that a finding is met, with the reason',
  input: z.object({ ...findingSeen, reason: text('Reason', 1000) }),
  output: findingChanged,
  access: { staff: WRITERS },
  purpose: 'inspection',
  audit: { event: 'finding.claim-withdrawn', subjects: aboutFinding },
  async run(tx, { id, version, reason }) {
    const finding = await lockFinding(tx, id, version)
    const { record, stage, due } = finding
    const next = stageOrRefused(stage, 'withdraw-claim')
    await tx.db
      .updateTable('finding_claim')
      .set({ withdrawn_at: tx.now, withdrawn_reason: reason })
      .where('finding_id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute()
    await changeRecord(tx, record, { stage: next })
    await addEntry(tx, id, record.guards, { kind: 'stage', words: 'The claim that it is met was taken back.', reason })
    // It is owed again: a claim against what is shown had not met it, and then it is open still.
    if (finding.owes && due !== null && stage === 'evidenced')
      await openByDate(tx, owedOn(finding), due, 'finding.claim-withdrawn')
    return { id }
  },
})
