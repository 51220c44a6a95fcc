import type { Measures } from '#kernel/measures/registry.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { FINDINGS } from '../../addresses.ts'
import { answerFinding } from '../../commands/answer-finding.ts'
import { assignFinding } from '../../commands/assign-finding.ts'
import { setDue } from '../../commands/set-due.ts'
import { ANSWERS } from '../../rules/fnd06-answer.ts'
import { act, backSaying, choicesOf, Reason } from './act.tsx'

/** Who answers for a finding, what the force answers, and by when it is to be met. */
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
        path: 'assign',
        title: 'Who answers for this finding?',
        submit: 'Give it to them',
        stored: ({ finding, ownerNumber }) => ({
          number: ownerNumber ?? '',
          team: finding.team?.id ?? '',
          marking: finding.marking,
          compartment: finding.detail.compartment ?? '',
        }),
        fields: ({ teams, compartments }) => (
          <>
            <TextField
              name="number"
              label="Collar or staff number"
              hint="Of the one person who answers for it"
              width={10}
              optional
            />
            <SelectField
              name="team"
              label="Team"
              hint="Then only its owner, those who reach the team, and those who reach the whole force read it; with none, the whole force"
              placeholder="None"
              options={teams.map(({ id, name }) => ({ value: String(id), text: name }))}
              optional
            />
            <RadiosField
              name="marking"
              label="Marking"
              choices={MARKINGS.map((value) => ({ value, text: value }))}
              inline
            />
            {compartments.length > 0 && (
              <SelectField
                name="compartment"
                label="Compartment"
                hint="Then only its members see it, or that it is there"
                placeholder="None"
                options={compartments.map(({ id, name }) => ({ value: String(id), text: name }))}
                optional
              />
            )}
            <Reason />
          </>
        ),
      },
      assignFinding,
      () => `${FINDINGS}?done=assigned`,
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
  ]
}
