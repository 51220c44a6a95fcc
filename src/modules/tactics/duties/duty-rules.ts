import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import type { DutyRule } from '#kernel/duties/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'

const RULE = 'TAC-REVIEW'

/** A policy is looked at again by the day that its last review set. */
export const tacticDutyRules: readonly DutyRule[] = [
  {
    code: RULE,
    from: getCivilDate('2010-01-01'),
    to: null,
    authority: 'This project: whoever reviews a policy sets the day of the next review',
    mark: 'default',
    title: 'Review a policy again',
    startsWhen: 'a policy was reviewed',
    began: 'To be reviewed by',
    clock: { kind: 'before-event', by: { kind: 'calendar-days', days: 0 } },
    escalations: [{ at: 100, tell: 'owner' }],
    pausedFor: [],
    metByHand: [],
    waivedFrom: 'commander',
  },
]

const TACTIC_DUTIES = dutyRules(tacticDutyRules)

const subjectOf = (id: string) => ({ kind: 'policy-review', id })

/** In the name of who wrote the review, for the whole force to see. */
export async function oweNextReview(
  tx: Tx,
  review: { readonly id: string; readonly title: string; readonly nextReviewOn: CivilDate },
): Promise<void> {
  await openDuty(tx, TACTIC_DUTIES, {
    rule: RULE,
    subject: subjectOf(review.id),
    record: null,
    triggeredBy: 'policy-review.written',
    triggeredAt: tx.now,
    countsFrom: lastSecondOfLondonDay(review.nextReviewOn),
    title: `Review the policy again: ${review.title}`,
    guards: { area: null, unit: null, owner: tx.reader.account, marking: 'OFFICIAL', compartment: null },
  })
}

export async function meetNextReview(tx: Tx, before: string): Promise<void> {
  await meetDuty(tx, { rule: RULE, subject: subjectOf(before), how: 'Reviewed again' })
}
