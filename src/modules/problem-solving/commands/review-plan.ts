import { z } from 'zod'
import { addAssessment } from '#kernel/assessments/add.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { keysOf } from '#platform/edge.ts'
import { choice, optionalText, text, wholeNumber } from '#platform/forms/fields.ts'
import { REVIEW_RULES } from '../duties/duty-rules.ts'
import { meetReview, openReview } from '../duties/owed.ts'
import { another, ranked } from '../rules/pop06-who.ts'
import { PLAN_QUALITY } from '../rules/pop09-quality.ts'
import { WORKERS } from '../workers.ts'
import { lockPlan, lockWorkedPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, planChanged, planSeen } from './plan-fields.ts'

export const REVIEWS = {
  update: 'Update by who works on it',
  sergeant: 'Review by the sergeant',
  inspector: 'Review by the inspector',
} as const satisfies Record<keyof typeof REVIEW_RULES, string>

export const reviewPlan = command({
  name: 'problem.review',
  summary: 'Update or review a plan: what was done, what is in the way, what is next',
  input: z.object({ ...planSeen, as: choice('What this is', keysOf(REVIEWS)), words: text('What was seen', 4000) }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.reviewed', subjects: aboutPlan, detail: ({ as }) => ({ as }) },
  async run(tx, { id, version, as, words }) {
    const locked = await lockWorkedPlan(tx, id, version)
    if (as !== 'update') refuseOn(ranked(as === 'sergeant' ? 'sergeant-review' : 'inspector-review', tx.reader))
    await savePlan(tx, locked, {}, { kind: 'note', words: `${REVIEWS[as]}: ${words}` })
    await meetReview(tx, locked.record, as, REVIEWS[as])
    await openReview(tx, locked.record, as, 'problem.reviewed')
    return { id }
  },
})

const step = (words: string) => wholeNumber(words, { min: 0, max: PLAN_QUALITY.scale.length - 1 })
const [specific, sources, causes, tested, community, partners, follows, delivered, measured, shared] =
  PLAN_QUALITY.items

export const scorePlan = command({
  name: 'problem.score',
  summary: 'Assess the quality of a plan by its ten items; somebody other than its owner',
  input: z.object({
    ...planSeen,
    specific: step(specific.words),
    sources: step(sources.words),
    causes: step(causes.words),
    tested: step(tested.words),
    community: step(community.words),
    partners: step(partners.words),
    follows: step(follows.words),
    delivered: step(delivered.words),
    measured: step(measured.words),
    shared: step(shared.words),
    judgement: choice('Your judgement', keysOf(PLAN_QUALITY.judgements)),
    reason: optionalText('Why you judge otherwise', 2000),
  }),
  output: planChanged.extend({ score: z.int() }),
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.scored', subjects: aboutPlan, detail: (_, { score }) => ({ score }) },
  async run(tx, { id, version, judgement, reason, ...answers }) {
    const locked = await lockPlan(tx, id, version)
    const { record } = locked
    refuseOn(another(record.guards.owner, tx.reader, 'The plan is your own.'))
    const { score } = await addAssessment(tx, record, PLAN_QUALITY, { answers, judgement, reason })
    return { id, score }
  },
})
