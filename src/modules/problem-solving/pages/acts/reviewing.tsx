import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { REVIEWS, reviewPlan, scorePlan } from '../../commands/review-plan.ts'
import { PLAN_QUALITY } from '../../rules/pop09-quality.ts'
import { act, backSaying } from './act.tsx'

const STEPS = PLAN_QUALITY.scale.map((text, value) => ({ value: String(value), text: `${value} ${text}` }))

/** Updates, reviews, and the quality of the plan. */
export const reviewingRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'review',
      title: 'How does it go?',
      lead: 'What was done, what is in the way, what is next',
      submit: 'Save',
      fields: () => (
        <>
          <RadiosField name="as" label="This is" choices={choicesOf(REVIEWS)} />
          <TextArea name="words" label="What was seen" rows={5} />
        </>
      ),
    },
    reviewPlan,
    backSaying('reviewed'),
  ),
  ...act(
    {
      path: 'score',
      title: 'How good is this plan?',
      lead: 'Ten items, by somebody whose plan it is not. The plan is judged, and nobody in it',
      submit: 'Save assessment of quality',
      fields: () => (
        <>
          {PLAN_QUALITY.items.map(({ code, words }) => (
            <RadiosField name={code} label={words} choices={STEPS} inline />
          ))}
          <RadiosField
            name="judgement"
            label="Your judgement"
            hint="The items suggest “good enough” from 24 of 40 with no nought"
            choices={choicesOf(PLAN_QUALITY.judgements)}
          />
          <TextArea name="reason" label="Why, where you judge otherwise than the items suggest" rows={3} optional />
        </>
      ),
    },
    scorePlan,
    backSaying('scored'),
  ),
]
