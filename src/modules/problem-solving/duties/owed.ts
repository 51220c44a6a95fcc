import { type CivilDate } from '#calculations/calendar/civil-date.ts'
import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import type { RecordRow } from '#kernel/records/record.ts'
import { keysOf } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Worked } from '../rules/pop05-stages.ts'
import { CHECK_MONTHS } from '../rules/pop12-checks.ts'
import { CHECK_RULES, PROBLEM_DUTIES, REVIEW_RULES, STAGE_RULES, type Review } from './duty-rules.ts'

type Plan = Pick<RecordRow, 'id' | 'title' | 'guards'>

/** A plan came to a stage: it is to be finished in time. */
export async function openStage(tx: Tx, plan: Plan, stage: Worked, by: string): Promise<void> {
  await open(tx, plan, STAGE_RULES[stage], by)
}

export async function meetStage(tx: Tx, plan: Plan, stage: Worked, how: string): Promise<void> {
  await meetOn(tx, plan, STAGE_RULES[stage], how)
}

/** All three reviews begin: the plan was accepted, or opened again. */
export async function openReviews(tx: Tx, plan: Plan, by: string): Promise<void> {
  for (const review of keysOf(REVIEW_RULES)) await openReview(tx, plan, review, by)
}

export async function openReview(tx: Tx, plan: Plan, review: Review, by: string): Promise<void> {
  await open(tx, plan, REVIEW_RULES[review], by)
}

export async function meetReview(tx: Tx, plan: Plan, review: Review, how: string): Promise<void> {
  await meetOn(tx, plan, REVIEW_RULES[review], how)
}

export async function openHold(tx: Tx, plan: Plan, until: CivilDate): Promise<void> {
  await open(tx, plan, 'PRB-HOLD', 'problem.held', lastSecondOfLondonDay(until))
}

export async function meetHold(tx: Tx, plan: Plan, how: string): Promise<void> {
  await meetOn(tx, plan, 'PRB-HOLD', how)
}

/** At the end nothing of the work is owed any more. */
export async function endWork(tx: Tx, plan: Plan, how: string): Promise<void> {
  for (const rule of [...Object.values(STAGE_RULES), ...Object.values(REVIEW_RULES), 'PRB-HOLD'])
    await meetOn(tx, plan, rule, how)
}

export async function openChecks(tx: Tx, plan: Plan): Promise<void> {
  for (const months of CHECK_MONTHS) await open(tx, plan, CHECK_RULES[months], 'problem.closed')
}

export async function meetCheck(tx: Tx, plan: Plan, months: keyof typeof CHECK_RULES, how: string): Promise<void> {
  await meetOn(tx, plan, CHECK_RULES[months], how)
}

async function meetOn(tx: Tx, { id }: Plan, rule: string, how: string): Promise<void> {
  await meetDuty(tx, { rule, subject: { kind: 'problem-plan', id }, how })
}

/** In the name of its owner; where nobody has it yet, of whoever acts. */
async function open(tx: Tx, { id, title, guards }: Plan, rule: string, by: string, countsFrom?: Date): Promise<void> {
  await openDuty(tx, PROBLEM_DUTIES, {
    rule,
    subject: { kind: 'problem-plan', id },
    record: id,
    triggeredBy: by,
    triggeredAt: tx.now,
    ...(countsFrom !== undefined && { countsFrom }),
    title: `${PROBLEM_DUTIES.all.find(({ code }) => code === rule)?.title ?? rule}: ${title}`,
    guards: { ...guards, owner: guards.owner ?? tx.reader.account },
  })
}
