import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { changeRecord } from '#kernel/records/record.ts'
import { keysOf } from '#platform/edge.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { endCase } from '../duties/owed.ts'
import { OUTCOMES } from '#kernel/antisocial-behaviour/lists.ts'
import { mayClose } from '../rules/case-rules.ts'
import { isWaiting } from '../rules/review-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase } from './locked-case.ts'

export const closeCase = command({
  name: 'asb-case.close',
  summary: 'End a case of anti-social behaviour: how, and why',
  input: z.object({
    ...caseSeen,
    outcome: choice('How it ends', keysOf(OUTCOMES)),
    reason: text('Why it ends', 2000),
  }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'asb-case.closed', subjects: aboutCase, detail: ({ outcome }) => ({ outcome }) },
  async run(tx, { id, version, outcome, reason }) {
    const { record, detail } = await lockCase(tx, id, version)
    const { review, powers, risk, riskReviewOwed, openActions, partyKnown } = detail
    refuseOn(
      mayClose({
        personal: partyKnown,
        risk,
        riskReviewOwed,
        openActions,
        openPowers: powers.filter(({ endedOn }) => endedOn === null).length,
        reviewOpen: review !== null && isWaiting(review.stage),
      }),
    )
    await tx.db.updateTable('asb_case').set({ outcome }).where('id', '=', id).execute()
    const change = { stage: 'closed', closedAt: tx.now }
    await changeRecord(tx, record, change, { kind: 'closed', words: `${OUTCOMES[outcome]}. ${reason}` })
    await endCase(tx, id)
    return { id }
  },
})
