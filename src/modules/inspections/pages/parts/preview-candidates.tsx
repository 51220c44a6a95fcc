import type { z } from 'zod'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { errorOption, fieldId, textValue, useForm } from '#ui/forms/fields.ts'
import type { Option } from '#ui/forms/select-field.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { previewInspection } from '../../queries/preview-inspection.ts'
import type { Reading } from '../../queries/reading-model.ts'
import { GRADES } from '../../reference/framework.ts'
import { CANDIDATE_CHOICES, choiceNames, questionNumbers } from '../../rules/fnd09-choices.ts'

type Preview = NonNullable<z.output<typeof previewInspection.output>>

interface Offered {
  readonly candidate: Reading['candidates'][number]
  /** Its place among all candidates of the report. */
  readonly index: number
}

interface CandidatesProps {
  readonly model: Preview
  readonly candidates: readonly Offered[]
}

/** The sentences of one question that a person decides on: warnings and grades at once, claims when they are opened. */
export function Candidates({ model, candidates }: CandidatesProps) {
  const known = model.before?.differences ?? null
  // Of a mended copy, what was offered with the copy before was decided then.
  const offered = candidates.filter(({ index }) => known === null || known.candidates.includes(index))
  const claims = offered.filter(({ candidate }) => candidate.kind === 'assertion')
  const others = offered.filter(({ candidate }) => candidate.kind !== 'assertion')
  return (
    <>
      {others.length > 0 && <CandidateTable model={model} candidates={others} caption="For you to decide" />}
      {claims.length > 0 && (
        <Details summaryText={`${plural(claims.length, 'claim')} that evidence could be asked for`}>
          <CandidateTable model={model} candidates={claims} caption="Claims" />
        </Details>
      )}
    </>
  )
}

function CandidateTable({ model, candidates, caption }: CandidatesProps & { readonly caption: string }) {
  const several = questionNumbers(model.reading).length > 1
  return (
    <DataTable
      caption={caption}
      rows={candidates}
      empty={null}
      columns={[
        { header: 'Line', nowrap: true, cell: ({ candidate }) => `Line ${candidate.line}` },
        {
          header: 'The report says',
          phoneLabel: false,
          cell: ({ candidate }) => (
            <>
              “{candidate.text}”<span class="fp-second">{candidate.why}</span>
            </>
          ),
        },
        {
          header: 'What becomes of it',
          phoneLabel: false,
          cell: ({ candidate, index }) => (
            <>
              <HiddenLabelSelect
                name={choiceNames.candidate(index)}
                label={`What becomes of “${shortened(candidate.text)}”`}
                options={choicesFor(candidate)}
              />
              {candidate.question === null && candidate.kind !== 'grade' && several && (
                <QuestionSelect
                  model={model}
                  name={choiceNames.candidateQuestion(index)}
                  label={`Question of “${shortened(candidate.text)}”`}
                />
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function choicesFor({ kind, grade }: Reading['candidates'][number]): readonly Option[] {
  if (kind !== 'grade') return Object.entries(CANDIDATE_CHOICES).map(([value, text]) => ({ value, text }))
  const grades = (grade === null ? GRADES : [grade]).map((each) => ({ value: each, text: `The grade: ${each}` }))
  return [{ value: 'leave', text: 'No grade' }, ...grades]
}

interface QuestionSelectProps {
  readonly model: Preview
  readonly name: string
  readonly label: string
}

/** Which question something of the whole page belongs to. */
export function QuestionSelect({ model: { reading }, name, label }: QuestionSelectProps) {
  const options = reading.questions.map(({ number, title }) => ({
    value: String(number),
    text: `${number}. ${shortened(title)}`,
  }))
  return (
    <HiddenLabelSelect name={name} label={label} options={[{ value: '', text: 'Choose the question' }, ...options]} />
  )
}

/** In a row that says already what it is about, the label is for those who do not see the row. */
function HiddenLabelSelect({
  name,
  label,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
}) {
  const { errors, values } = useForm()
  return (
    <Select
      id={fieldId(name)}
      name={name}
      label={{ text: label, classes: 'govuk-visually-hidden' }}
      errorMessage={errorOption(errors, name)}
      items={[...options]}
      value={textValue(values[name])}
    />
  )
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
