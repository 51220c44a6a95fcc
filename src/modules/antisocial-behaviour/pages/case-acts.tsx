import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { breachPower } from '../commands/breach-power.ts'
import { choosePower } from '../commands/choose-power.ts'
import { endPower } from '../commands/end-power.ts'
import { assessRisk } from '../commands/assess-risk.ts'
import { closeCase } from '../commands/close-case.ts'
import { linkIncident } from '../commands/link-incident.ts'
import { reviewRisk } from '../commands/review-risk.ts'
import type { PowerView } from '../queries/case-model.ts'
import { OUTCOMES } from '#kernel/antisocial-behaviour/lists.ts'
import { powerOf, POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { ASB_RISK, BANDS, HIGH_FROM, MEDIUM_FROM } from '../rules/asb02-risk-form.ts'
import { keysOf } from '#platform/edge.ts'
import { act } from './act.tsx'
import { ClassFields } from './new-case.tsx'

const STEPS = ASB_RISK.scale.map((text, value) => ({ value: String(value), text: `${value} ${text}` }))

function Ladder() {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          The ladder: who may use each, its test, limits, breach and appeal
        </span>
      </summary>
      <DataTable
        caption="The powers, from the least to the most"
        rows={keysOf(POWERS).map((code) => powerOf(code))}
        empty=""
        columns={[
          {
            header: 'Power',
            cell: ({ name, law, mark }) => (
              <>
                {name}
                <span class="fp-second">
                  {law} · {mark}
                </span>
              </>
            ),
          },
          { header: 'Who may', cell: ({ by }) => by },
          { header: 'Test', cell: ({ test }) => test },
          { header: 'Limits', cell: ({ limits }) => limits },
          { header: 'Breach', cell: ({ breach }) => breach },
          { header: 'Appeal', cell: ({ appeal }) => appeal },
        ]}
      />
    </details>
  )
}

const running = (powers: readonly PowerView[]) =>
  powers.filter(({ endedOn }) => endedOn === null).map(({ id, power }) => ({ value: id, text: POWERS[power].name }))

/** Incidents, risk, powers and the end. */
export const caseActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'link',
      title: 'Which incident belongs to it?',
      submit: 'Link the incident',
      done: 'linked',
      fields: () => (
        <>
          <TextField
            name="incident"
            label="The incident"
            hint="Its number in the records system, or the address of its page"
          />
          <ClassFields />
        </>
      ),
    },
    linkIncident,
  ),
  ...act(
    {
      path: 'assess',
      title: 'How great is the risk to whom it harms?',
      lead: 'Ask them; the form is about what happens to them, and scores nobody who does it',
      submit: 'Save the assessment',
      done: 'assessed',
      fields: () => (
        <>
          {ASB_RISK.items.map(({ code, words }) => (
            <RadiosField name={code} label={words} choices={STEPS} inline />
          ))}
          <RadiosField
            name="judgement"
            label="Your judgement"
            hint={`The answers suggest medium from ${MEDIUM_FROM} of 27 and high from ${HIGH_FROM}; what aims at who they are lifts it by one`}
            choices={choicesOf(BANDS)}
          />
          <TextArea name="reason" label="Why, where you judge otherwise than the answers suggest" rows={3} optional />
        </>
      ),
    },
    assessRisk,
  ),
  ...act(
    {
      path: 'review',
      title: 'Are they safer?',
      submit: 'Save the review',
      done: 'reviewed',
      fields: () => <TextArea name="words" label="What was done for them, and what is next" rows={5} />,
    },
    reviewRisk,
  ),
  ...act(
    {
      path: 'power',
      title: 'Which power, and is its test met?',
      lead: 'Refused unless how the test is met is written down',
      submit: 'Choose this power',
      done: 'chosen',
      stored: (_, { now }) => ({ startsOn: londonDateAt(now), until: addDays(londonDateAt(now), 2) }),
      before: <Ladder />,
      fields: () => (
        <>
          <SelectField
            name="power"
            label="Power"
            placeholder="Choose one"
            options={keysOf(POWERS).map((value) => ({ value, text: POWERS[value].name }))}
          />
          <TextArea name="test" label="How its test is met" hint="Point by point, as the ladder says it" rows={4} />
          <TextArea name="evidence" label="Evidence" rows={3} />
          <TextArea name="reason" label="Why this one and no lesser" rows={3} />
          <TextField name="issuedBy" label="Who issues it" hint="The council, the court, or a rank and number" />
          <DateField name="startsOn" label="First day" />
          <DateField name="until" label="Last day" hint="Where the law sets none: when it is looked at again" />
        </>
      ),
    },
    choosePower,
  ),
  ...act(
    {
      path: 'breach',
      title: 'What was breached?',
      submit: 'Write it down',
      done: 'breached',
      fields: ({ page }) => (
        <>
          <SelectField name="power" label="Power" placeholder="Choose one" options={running(page.detail.powers)} />
          <TextArea name="words" label="What happened and what was done" rows={4} />
        </>
      ),
    },
    breachPower,
  ),
  ...act(
    {
      path: 'power-end',
      title: 'Which power ends?',
      submit: 'End it',
      done: 'power-ended',
      fields: ({ page }) => (
        <>
          <SelectField name="power" label="Power" placeholder="Choose one" options={running(page.detail.powers)} />
          <TextArea name="reason" label="Why it ends" rows={3} />
        </>
      ),
    },
    endPower,
  ),
  ...act(
    {
      path: 'close',
      title: 'How does it end?',
      submit: 'End the case',
      done: 'closed',
      fields: () => (
        <>
          <RadiosField name="outcome" label="How it ends" choices={choicesOf(OUTCOMES)} />
          <TextArea name="reason" label="Why it ends, and what they were told" rows={4} />
        </>
      ),
    },
    closeCase,
  ),
]
