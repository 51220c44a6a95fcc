import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { actionFields, addAction, readAssignee } from '#kernel/actions/add.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { Forbidden } from '#platform/errors/errors.ts'
import { choice, civilDate, text, wholeNumber } from '#platform/forms/fields.ts'
import { met, owe } from '../duties/owed.ts'
import { appealInTime, decidedByAnother, metByReports } from '../rules/review-rules.ts'
import { DECIDERS, INSPECTORS, WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { saveCase } from './locked-case.ts'
import { lockReview, saveReview, type LockedReview } from './locked-review.ts'

const about = ({ review }: LockedReview) => ({ kind: 'asb-review', id: review.id }) as const
const YES_NO = ['yes', 'no'] as const

export const decideReview = command({
  name: 'case-review.decide',
  summary: 'Decide whether the threshold for a case review is met, with the reason',
  input: z.object({
    ...caseSeen,
    qualifying: wholeNumber('How many reports qualify', { min: 0, max: 999 }),
    harm: text('Harm or likely harm', 2000),
    response: text('How agencies answered', 2000),
    met: choice('Whether it is met', YES_NO),
    reason: text('Reason', 4000),
  }),
  output: caseChanged,
  access: { staff: DECIDERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.decided', subjects: aboutCase, detail: ({ met: answer }) => ({ met: answer }) },
  async run(tx, { id, version, qualifying, harm, response, met: answer, reason }) {
    const { account } = tx.reader
    const locked = await lockReview(tx, id, version, ['to-decide'])
    const isMet = answer === 'yes'
    refuseOn(metByReports(qualifying, { reports: locked.review.thresholdReports }, isMet))
    const columns = { qualifying, harm, response, met: isMet, reason, decided_by: account, decided_at: tx.now }
    await saveReview(tx, locked, columns, {
      kind: 'decision',
      words: isMet ? 'The threshold for a case review is met.' : 'The threshold for a case review is not met.',
      options: ['Met', 'Not met'],
      reason,
    })
    await met(tx, 'ASB-CR-DECIDE', about(locked), 'Decided')
    // A decision that reaches them acknowledges it as well; an acknowledgement that is late stays owed until then.
    if (isMet) await begin(tx, locked)
    else await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.decided', about(locked))
    return { id }
  },
})

async function begin(tx: Parameters<typeof owe>[0], locked: LockedReview): Promise<void> {
  for (const rule of ['ASB-CR-INFO', 'ASB-CR-REVIEW'])
    await owe(tx, locked.record, rule, 'case-review.met', about(locked))
}

export const recommend = command({
  name: 'case-review.recommend',
  summary: 'Recommend something to an agency at a case review: an action of the case',
  input: z.object({ ...caseSeen, ...actionFields, dueOn: civilDate('Due date') }),
  output: caseChanged.extend({ action: z.uuid() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'case-review.recommended',
    subjects: (input, { action }) => [...aboutCase(input), { kind: 'action', id: action }],
  },
  async run(tx, { id, version, title, dueOn, ...given }) {
    const locked = await lockReview(tx, id, version, ['to-hold', 'to-tell'])
    const assignee = await readAssignee(tx, given)
    const action = await addAction(tx, locked.record, { title, assignee, dueOn })
    await tx.db
      .insertInto('asb_recommendation')
      .values({ action_id: action, review_id: locked.review.id, case_id: id, ...guardColumns(locked.record.guards) })
      .execute()
    await saveCase(tx, locked, {
      kind: 'decision',
      words: `The case review recommends: ${title}`,
      reason: 'Case review',
    })
    return { id, action }
  },
})

export const holdReview = command({
  name: 'case-review.hold',
  summary: 'Write down what a case review found',
  input: z.object({ ...caseSeen, found: text('What the review found', 6000) }),
  output: caseChanged,
  access: { staff: DECIDERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.held', subjects: aboutCase },
  async run(tx, { id, version, found }) {
    const locked = await lockReview(tx, id, version, ['to-hold'])
    await saveReview(tx, locked, { found, held_at: tx.now }, { kind: 'note', words: `Case review held: ${found}` })
    await met(tx, 'ASB-CR-INFO', about(locked), 'The review was held')
    await met(tx, 'ASB-CR-REVIEW', about(locked), 'Held')
    await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.held', about(locked))
    return { id }
  },
})

export const tellOutcome = command({
  name: 'case-review.tell',
  summary: 'Say that the outcome of a case review, and why, was told in writing',
  input: z.object({ ...caseSeen, how: text('How they were told', 500) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.told', subjects: aboutCase },
  async run(tx, { id, version, how }) {
    const locked = await lockReview(tx, id, version, ['not-met', 'to-tell'])
    const words = `Told the outcome of the case review in writing: ${how}`
    await saveReview(tx, locked, { told_how: how, told_at: tx.now }, { kind: 'contact', words })
    await met(tx, 'ASB-CR-TELL', about(locked), 'Told in writing')
    await met(tx, 'ASB-CR-ACK', about(locked), 'Told the outcome')
    return { id }
  },
})

export const appealReview = command({
  name: 'case-review.appeal',
  summary: 'Enter an appeal against the decision that the threshold is not met',
  input: z.object({ ...caseSeen, appeal: text('Why they appeal', 4000) }),
  output: caseChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-review.appealed', subjects: aboutCase },
  async run(tx, { id, version, appeal }) {
    const locked = await lockReview(tx, id, version, ['told-not-met'])
    const { toldAt, appealedAt } = locked.review
    if (toldAt !== null) refuseOn(appealInTime(londonDateAt(new Date(toldAt)), today(tx), appealedAt !== null))
    await saveReview(tx, locked, { appeal, appealed_at: tx.now }, { kind: 'contact', words: `They appeal: ${appeal}` })
    await owe(tx, locked.record, 'ASB-CR-APPEAL', 'case-review.appealed', about(locked))
    return { id }
  },
})

export const decideAppeal = command({
  name: 'case-review.decide-appeal',
  summary: 'Decide on an appeal; somebody else than who decided before',
  input: z.object({ ...caseSeen, upheld: choice('Whether it is upheld', YES_NO), reason: text('Reason', 4000) }),
  output: caseChanged,
  access: { staff: INSPECTORS },
  purpose: PURPOSE,
  audit: { event: 'case-review.appeal-decided', subjects: aboutCase, detail: ({ upheld }) => ({ upheld }) },
  async run(tx, { id, version, upheld: answer, reason }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockReview(tx, id, version, ['appealed'])
    refuseOn(decidedByAnother(locked.review.decidedById, account))
    const upheld = answer === 'yes'
    const columns = {
      appeal_reason: reason,
      appeal_upheld: upheld,
      appeal_by: account,
      appeal_at: tx.now,
      // What they were told before no longer stands: the outcome is to be told anew.
      told_how: null,
      told_at: null,
      ...(upheld && { met: true }),
    }
    await saveReview(tx, locked, columns, {
      kind: 'decision',
      words: upheld ? 'The appeal is upheld: the threshold is met.' : 'The appeal is not upheld.',
      options: ['Uphold it', 'Do not uphold it'],
      reason,
    })
    await met(tx, 'ASB-CR-APPEAL', about(locked), 'Decided')
    if (upheld) await begin(tx, locked)
    else await owe(tx, locked.record, 'ASB-CR-TELL', 'case-review.appeal-decided', about(locked))
    return { id }
  },
})
