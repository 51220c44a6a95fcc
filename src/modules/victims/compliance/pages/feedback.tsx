import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { keysOf } from '#platform/edge.ts'
import { act } from '../../pages/act.tsx'
import { WAYS } from '../../rules/contact-results.ts'
import { recordFeedback } from '../commands/record-feedback.ts'
import { ANSWERS, QUESTIONS } from '../rules/feedback.ts'

/** What a victim said of the service, by whoever asked them. */
export const feedbackRoutes = act(
  {
    path: 'feedback',
    title: 'What do they think of the service?',
    submit: 'Keep what they said',
    done: 'feedback',
    stored: ({ detail: { way } }) => ({ way: way ?? '', useful: '', informed: '', treated: '' }),
    fields: ({ detail }) => (
      <>
        {detail.noSafeContactSince !== null && (
          <WarningText>No safe way to reach them. Do not ask them; keep only what they came to say.</WarningText>
        )}
        <SelectField name="way" label="Way" placeholder="Choose one" options={choicesOf(WAYS)} />
        {keysOf(QUESTIONS).map((question) => (
          <RadiosField name={question} label={QUESTIONS[question]} choices={choicesOf(ANSWERS)} />
        ))}
        <TextArea name="words" label="What they said, in their words" rows={4} optional />
      </>
    ),
  },
  recordFeedback,
)
