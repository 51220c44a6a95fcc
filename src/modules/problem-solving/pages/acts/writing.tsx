import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { setObjective, writeAnalysis, writeScanning } from '../../commands/write-stages.ts'
import { writeAssessment } from '../../commands/write-assessment.ts'
import { CHEERS, DATA_SOURCES, SIDES, VERDICTS } from '../../reference/lists.ts'
import { act, backSaying } from './act.tsx'

function Count({ name, label, hint }: { readonly name: string; readonly label: string; readonly hint?: string }) {
  return <TextField name={name} label={label} hint={hint} width={5} inputmode="numeric" optional />
}

/** What each stage writes down. */
export const writingRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'objective',
      title: 'What is to be reduced, by how much, by when?',
      lead: 'It can be written in parts; the stage is left when all is there',
      submit: 'Save objective',
      stored: (plan) => ({ ...plan }),
      fields: () => (
        <>
          <TextArea name="objective" label="Objective" hint="Reduce what, where" rows={3} optional />
          <TextField name="measure" label="Counted by" hint="For example, burglaries of homes in Abbey ward" optional />
          <DateField name="baselineFrom" label="Set against: from" hint="For example, 1 12 2025" optional />
          <DateField name="baselineTo" label="Set against: to" hint="For example, 30 11 2026" optional />
          <Count name="baselineCount" label="How many there were in that time" />
          <Count name="targetPercent" label="To be reduced by, in a hundred" />
          <DateField name="targetOn" label="By which day" hint="For example, 31 5 2027" optional />
        </>
      ),
    },
    setObjective,
    backSaying('objective'),
  ),
  ...act(
    {
      path: 'scanning',
      title: 'What is the problem?',
      lead: 'More than one source, and nobody named who need not be',
      submit: 'Save scanning',
      stored: (plan) => ({ ...plan }),
      fields: () => (
        <>
          <TextArea name="whoHarmed" label="Who is harmed" rows={3} optional />
          <TextArea name="events" label="What happens" rows={3} optional />
          <TextArea name="whenWhere" label="When and where" rows={3} optional />
          <Count name="inYear" label="How many in the last twelve months" />
          <CheckboxesField name="cheers" label="Which of these are so?" choices={choicesOf(CHEERS)} />
          <TextArea name="cheersReason" label="Where one is not: why it is a problem all the same" rows={2} optional />
          <CheckboxesField name="dataSources" label="What was looked at?" choices={choicesOf(DATA_SOURCES)} />
        </>
      ),
    },
    writeScanning,
    backSaying('scanning'),
  ),
  ...act(
    {
      path: 'analysis',
      title: 'Why does it happen?',
      lead: 'The three sides of the problem analysis triangle; two at least',
      submit: 'Save analysis',
      stored: (plan) => ({ ...plan }),
      fields: () => (
        <>
          <TextArea name="sideVictim" label={SIDES.victim.words} hint={SIDES.victim.prompt} rows={4} optional />
          <TextArea name="sideOffender" label={SIDES.offender.words} hint={SIDES.offender.prompt} rows={4} optional />
          <TextArea name="sidePlace" label={SIDES.place.words} hint={SIDES.place.prompt} rows={4} optional />
          <TextArea name="triedBefore" label="What was tried before" rows={3} optional />
          <TextArea name="dataGaps" label="What is not known" rows={3} optional />
        </>
      ),
    },
    writeAnalysis,
    backSaying('analysis'),
  ),
  ...act(
    {
      path: 'assessment',
      title: 'What came of it?',
      lead: 'Counts of times as long as one another. That it made no difference is a result',
      submit: 'Save assessment',
      stored: (plan) => ({ ...plan }),
      fields: () => (
        <>
          <TextArea name="delivered" label="Was it done as planned?" rows={3} optional />
          <Count name="treatedBefore" label="Where it was done: before" />
          <Count name="treatedAfter" label="Where it was done: after" />
          <Count name="comparisonBefore" label="Elsewhere, alike, where nothing was done: before" />
          <Count name="comparisonAfter" label="Elsewhere: after" />
          <TextField name="countedFrom" label="Where the counts are from" optional />
          <TextArea name="displacement" label="Did it move elsewhere?" rows={2} optional />
          <TextArea name="publicView" label="What people there say" rows={2} optional />
          <TextField name="cost" label="What it cost" optional />
          <SelectField
            name="verdict"
            label="What the counts show"
            placeholder="Not said yet"
            options={choicesOf(VERDICTS)}
            optional
          />
          <TextArea
            name="lessons"
            label="What was learnt"
            hint="Whoever has a problem like it reads this: name nobody"
            rows={4}
            optional
          />
        </>
      ),
    },
    writeAssessment,
    backSaying('assessed'),
  ),
]
