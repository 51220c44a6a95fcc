import type { StaffRoute } from '#kernel/web/view.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { acknowledgeReview } from '../commands/acknowledge-review.ts'
import { applyForReview } from '../commands/apply-review.ts'
import { appealReview } from '../commands/appeal-review.ts'
import { decideAppeal } from '../commands/decide-appeal.ts'
import { decideReview } from '../commands/decide-review.ts'
import { holdReview } from '../commands/hold-review.ts'
import { recommend } from '../commands/recommend.ts'
import { tellOutcome } from '../commands/tell-outcome.ts'
import { APPLICANTS } from '#kernel/antisocial-behaviour/lists.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { act } from './act.tsx'

const yesOrNo = (yes: string, no: string) => [
  { value: 'yes', text: yes },
  { value: 'no', text: no },
]

/** The case review, from the application to the outcome told. */
export const reviewActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'review-apply',
      title: 'Who asks for a case review?',
      lead: 'Anybody may ask on behalf of whom it harms, with their consent. It is no complaint, and blames nobody',
      submit: 'Enter the application',
      done: 'applied',
      fields: ({ authorities }) => (
        <>
          <SelectField name="authority" label="Authority" placeholder="Choose one" options={authorities} />
          <RadiosField name="applicant" label="Who asked" choices={choicesOf(APPLICANTS)} />
          <CheckboxesField
            name="consent"
            label="Consent"
            choices={[{ value: 'yes', text: 'Whom it harms agreed that it is asked for them' }]}
          />
          <TextArea name="words" label="What they ask for" rows={4} />
        </>
      ),
    },
    applyForReview,
  ),
  ...act(
    {
      path: 'review-acknowledge',
      title: 'Was the application acknowledged?',
      submit: 'It was acknowledged',
      done: 'acknowledged',
      fields: () => <TextField name="how" label="How they were told" hint="By letter, by telephone and letter" />,
    },
    acknowledgeReview,
  ),
  ...act(
    {
      path: 'review-decide',
      title: 'Is the threshold met?',
      lead: 'Reports that qualify; and whether met or not: harm, and how agencies answered',
      submit: 'Save the decision',
      done: 'decided',
      fields: ({ page: { detail } }) => (
        <>
          <TextField
            name="qualifying"
            label="How many reports qualify"
            hint={
              detail.review === null
                ? undefined
                : `The threshold is ${detail.review.thresholdReports} in ${detail.review.thresholdMonths} months. One event told to several bodies counts once; diary sheets that nobody reported do not count`
            }
            width={3}
          />
          <TextArea name="harm" label="Harm or likely harm" rows={3} />
          <TextArea name="response" label="How agencies answered" rows={3} />
          <RadiosField name="met" label="Threshold" choices={yesOrNo('Met: a review is owed', 'Not met')} />
          <TextArea name="reason" label="Reason" rows={4} />
        </>
      ),
    },
    decideReview,
  ),
  ...act(
    {
      path: 'review-recommend',
      title: 'What is recommended, and to whom?',
      submit: 'Recommend',
      done: 'recommended',
      fields: ({ agencies, teams }) => (
        <>
          <TextField name="title" label="What is to be done" />
          <SelectField name="agency" label="Partner agency" placeholder="None" options={agencies} optional />
          <SelectField name="team" label="Or a team of the force" placeholder="None" options={teams} optional />
          <DateField name="dueOn" label="Due date" />
        </>
      ),
    },
    recommend,
  ),
  ...act(
    {
      path: 'review-hold',
      title: 'What did the review find?',
      submit: 'Save the review',
      done: 'held',
      fields: () => (
        <TextArea
          name="found"
          label="What the review found"
          hint="What was done, what was missed, what solves it"
          rows={6}
        />
      ),
    },
    holdReview,
  ),
  ...act(
    {
      path: 'review-tell',
      title: 'Was the outcome told, in writing?',
      submit: 'It was told',
      done: 'told',
      fields: () => <TextField name="how" label="How they were told" hint="By letter, with the reasons and the plan" />,
    },
    tellOutcome,
  ),
  ...act(
    {
      path: 'review-appeal',
      title: 'Why do they appeal?',
      lead: 'Within 28 days of being told that the threshold is not met',
      submit: 'Enter the appeal',
      done: 'appealed',
      fields: () => <TextArea name="appeal" label="Why they appeal" rows={4} />,
    },
    appealReview,
  ),
  ...act(
    {
      path: 'review-decide-appeal',
      title: 'Is the appeal upheld?',
      submit: 'Save the decision',
      done: 'decided',
      fields: () => (
        <>
          <RadiosField name="upheld" label="Appeal" choices={yesOrNo('Upheld: a review is owed', 'Not upheld')} />
          <TextArea name="reason" label="Reason" rows={4} />
        </>
      ),
    },
    decideAppeal,
  ),
]
