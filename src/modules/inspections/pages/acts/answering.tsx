import type { Measures } from '#kernel/measures/registry.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { answerFinding } from '../../commands/answer-finding.ts'
import { reviewFinding } from '../../commands/review-finding.ts'
import { setDue } from '../../commands/set-due.ts'
import { ANSWERS } from '../../rules/fnd06-answer.ts'
import { act, backSaying } from './act.tsx'

/** What the force answers to a finding, and by when it is to be met. */
export function answeringRoutes(measures: Measures): readonly StaffRoute[] {
  return [
    ...act(
      measures,
      {
        path: 'answer',
        title: 'What does the force answer?',
        lead: 'The local policing body publishes it with its own comments',
        submit: 'Save answer',
        stored: ({ finding }) => ({ answer: finding.answer ?? '', reason: finding.detail.answerReason ?? '' }),
        fields: () => (
          <>
            <RadiosField name="answer" label="Answer" choices={choicesOf(ANSWERS)} />
            <TextArea name="reason" label="Reason" hint="Needed unless it is accepted" rows={5} optional />
          </>
        ),
      },
      answerFinding,
      backSaying('answered'),
    ),
    ...act(
      measures,
      {
        path: 'due',
        title: 'By when is it to be met?',
        lead: 'The report gives no date. Once set, a date is not moved',
        submit: 'Set date',
        fields: () => <DateField name="due" label="The day" hint="For example, 27 3 2027" />,
      },
      setDue,
      backSaying('due'),
    ),
    ...act(
      measures,
      {
        path: 'review',
        title: 'What does this finding look like today?',
        lead: 'One chart, one story, one action: it is looked at every month',
        submit: 'Save',
        fields: () => <TextArea name="words" label="What was seen, and what is done next" rows={5} />,
      },
      reviewFinding,
      backSaying('reviewed'),
    ),
  ]
}
