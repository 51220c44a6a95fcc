import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { REVIEW_DECISIONS } from '#kernel/victims-code/rules/vic05-right-to-review.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { askReview } from '../commands/rights/ask-review.ts'
import { receiveComplaint } from '../commands/rights/complaint.ts'
import { offerStatement, shareStatement, wishForStatement } from '../commands/rights/statement.ts'
import { tellOffer } from '../commands/rights/tell-offer.ts'
import type { VictimPageModel } from '../queries/victim-model.ts'
import { TOPIC_ANSWERS, TOPICS } from '../rules/offers.ts'
import { REVIEW_FACTS } from '../rules/reviews.ts'
import { GIVEN_BY, READ_BY, STATEMENT_ANSWERS } from '../rules/statements.ts'
import { act } from './act.tsx'

/** What the case says already of what the scope test asks. */
function knownFacts({ events }: VictimPageModel) {
  const stands = (...kinds: readonly string[]) =>
    events.some(({ kind, voidedAt }) => voidedAt === null && kinds.includes(kind))
  return [
    ...(stands('suspect-interviewed') ? ['suspectNamed', 'interviewedUnderCaution'] : []),
    ...(stands('charged') ? ['othersCharged'] : []),
    ...(stands('out-of-court') ? ['outOfCourt'] : []),
  ]
}

/** The rights that a victim uses: statement, restorative justice and compensation, review, complaint. */
export const rightActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'statement',
      title: 'What did they answer?',
      lead: 'They may say how the crime touched them, in their own words. Each version is kept; more can be added until the sentence',
      submit: 'Write it down',
      done: 'statement',
      fields: ({ detail }) => (
        <>
          <RadiosField name="answer" label="Their answer" choices={choicesOf(STATEMENT_ANSWERS)} />
          {detail.standing !== 'business' && (
            <RadiosField
              name="givenBy"
              label="Who gave it"
              hint="Only where it was given. A child gives it by a parent or with an intermediary"
              choices={choicesOf(GIVEN_BY)}
              optional
            />
          )}
          <TextArea name="words" label="What they said" hint="Or why it was not offered" rows={6} optional />
          <TextField name="keptAt" label="Where it is kept" hint="Where the text is not entered here" optional />
        </>
      ),
    },
    offerStatement,
  ),
  ...act(
    {
      path: 'statement-wish',
      title: 'Who reads it aloud in court?',
      lead: 'Say that more can be added until the sentence',
      submit: 'Keep their wish',
      done: 'statement',
      fields: () => (
        <>
          <RadiosField name="readBy" label="Their wish" choices={choicesOf(READ_BY)} />
          <TextArea name="words" label="What they said" rows={3} optional />
        </>
      ),
    },
    wishForStatement,
  ),
  ...act(
    {
      path: 'statement-share',
      title: 'Since when do the prosecutors have it?',
      submit: 'Write it down',
      done: 'statement',
      stored: (_model, { now }) => ({ sharedOn: londonDateAt(now) }),
      fields: () => (
        <>
          <DateField name="sharedOn" label="Day" />
          <TextField name="words" label="How, and which version" optional />
        </>
      ),
    },
    shareStatement,
  ),
  ...act(
    {
      path: 'offer',
      title: 'What were they told of?',
      submit: 'Write it down',
      done: 'offer',
      fields: () => (
        <>
          <RadiosField name="topic" label="Told of" choices={choicesOf(TOPICS)} />
          <RadiosField name="answer" label="Their answer" choices={choicesOf(TOPIC_ANSWERS)} />
          <TextArea name="words" label="What was said" rows={3} />
        </>
      ),
    },
    tellOffer,
  ),
  ...act(
    {
      path: 'review',
      title: 'What do they ask to have reviewed?',
      lead: 'They may ask for three months from being told. Whether it is in scope is said with every reason',
      submit: 'Write it down',
      done: 'review-asked',
      stored: (model, { now }) => ({ askedOn: londonDateAt(now), facts: knownFacts(model) }),
      fields: () => (
        <>
          <DateField name="askedOn" label="Day they asked" />
          <TextArea name="words" label="What they ask for" rows={3} />
          <SelectField
            name="decision"
            label="What was decided"
            placeholder="Choose one"
            options={choicesOf(REVIEW_DECISIONS)}
          />
          <DateField name="decidedOn" label="Day it was decided" />
          <TextField
            name="decidedBy"
            label="Who decided"
            hint="Collar or staff number. They cannot review it"
            width={10}
            optional
          />
          <DateField name="toldOn" label="Day they were told" hint="Leave it empty where they were not told" optional />
          <CheckboxesField name="facts" label="What holds" choices={choicesOf(REVIEW_FACTS)} optional />
          <DateField
            name="doneOn"
            label="Day of the crime"
            hint="Where only magistrates can try it: six months from it"
            optional
          />
        </>
      ),
    },
    askReview,
  ),
  ...act(
    {
      path: 'complaint',
      title: 'What do they complain of?',
      lead: 'Of the service that the code owes them. It is acknowledged, or answered in full, in ten working days',
      submit: 'Write it down',
      done: 'complained',
      stored: (_model, { now }) => ({ receivedOn: londonDateAt(now) }),
      fields: () => (
        <>
          <DateField name="receivedOn" label="Day it came" />
          <TextArea name="words" label="What they complain of" rows={4} />
        </>
      ),
    },
    receiveComplaint,
  ),
]
