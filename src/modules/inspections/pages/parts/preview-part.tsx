import type { z } from 'zod'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { KINDS } from '../../queries/finding-model.ts'
import type { previewInspection } from '../../queries/preview-inspection.ts'
import type { Reading } from '../../queries/reading-model.ts'
import { GRADES } from '../../reference/framework.ts'
import { CANDIDATE_CHOICES, choiceNames, questionNumbers } from '../../rules/fnd09-choices.ts'

type Preview = NonNullable<z.output<typeof previewInspection.output>>
type Part = Reading['overall']

interface PreviewPartProps {
  readonly model: Preview
  readonly part: Part
  /** Null: what stands under the heading of the whole page. */
  readonly number: number | null
}

/** One question as it was read: its grade, its findings, and the sentences that a person decides on. */
export function PreviewPart({ model, part, number }: PreviewPartProps) {
  const candidates = model.reading.candidates.flatMap((candidate, index) =>
    candidate.question === number ? [{ candidate, index }] : [],
  )
  if (number === null && part.findings.length + candidates.length === 0) return null
  return (
    <section class="fp-prose">
      <h2>{number === null ? (part.title ?? 'The whole page') : `${number}. ${part.title ?? ''}`}</h2>
      <p>
        {part.grade === null ? 'No grade was read' : `Grade: ${part.grade}`}
        {part.standing !== null && `. ${part.standing.text}`}
      </p>
      {part.narrative.length > 0 && (
        <Details summaryText={`Its narrative (${plural(part.narrative.length, 'paragraph')})`}>
          {part.narrative.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Details>
      )}
      <Findings model={model} part={part} number={number} />
      {candidates.map(({ candidate, index }) => (
        <Candidate model={model} candidate={candidate} index={index} />
      ))}
    </section>
  )
}

function Findings({ model, part, number }: PreviewPartProps) {
  if (part.findings.length === 0) return <p>No finding is listed here.</p>
  return (
    <>
      <ol class="govuk-list govuk-list--number">
        {part.findings.map((finding) => (
          <li>
            {finding.leadIn !== null && <span class="fp-second">{finding.leadIn}</span>}
            {finding.text}
            <span class="fp-second">
              {KINDS[finding.kind]}
              {finding.urgent && ', urgent'}
              {finding.due !== null && `, due ${dayWithYear(finding.due)}`}
              {finding.due === null && finding.dueWords !== null && `, “${finding.dueWords}” gives no date`}, line{' '}
              {finding.line}
            </span>
          </li>
        ))}
      </ol>
      {number === null &&
        questionNumbers(model.reading).length > 1 &&
        part.findings.map((finding, index) => (
          <QuestionSelect model={model} name={choiceNames.pageFindingQuestion(index)} what={finding.text} />
        ))}
    </>
  )
}

interface CandidateProps {
  readonly model: Preview
  readonly candidate: Reading['candidates'][number]
  readonly index: number
}

function Candidate({ model, candidate, index }: CandidateProps) {
  const known = model.before?.differences ?? null
  // Of a mended copy, what was offered with the copy before was decided then.
  if (known !== null && !known.candidates.includes(index)) return null
  const name = choiceNames.candidate(index)
  const hint = `${candidate.why} Line ${candidate.line}`
  if (candidate.kind === 'grade')
    return (
      <RadiosField
        name={name}
        label={`Is this a grade? “${candidate.text}”`}
        hint={hint}
        choices={[
          { value: 'leave', text: 'No grade' },
          ...(candidate.grade === null ? GRADES : [candidate.grade]).map((grade) => ({ value: grade, text: grade })),
        ]}
        inline
      />
    )
  return (
    <>
      <RadiosField
        name={name}
        label={`“${candidate.text}”`}
        hint={hint}
        choices={Object.entries(CANDIDATE_CHOICES).map(([value, text]) => ({ value, text }))}
        inline
      />
      {candidate.question === null && questionNumbers(model.reading).length > 1 && (
        <QuestionSelect model={model} name={choiceNames.candidateQuestion(index)} what={candidate.text} />
      )}
    </>
  )
}

interface QuestionSelectProps {
  readonly model: Preview
  readonly name: string
  readonly what: string
}

function QuestionSelect({ model: { reading }, name, what }: QuestionSelectProps) {
  const short = what.length > 60 ? `${what.slice(0, 60)}…` : what
  return (
    <SelectField
      name={name}
      label={`Question of “${short}”`}
      placeholder="Choose the question"
      options={reading.questions.map(({ number, title }) => ({ value: String(number), text: `${number}. ${title}` }))}
    />
  )
}
