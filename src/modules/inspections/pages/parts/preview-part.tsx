import type { z } from 'zod'
import { Details } from '#ui/govuk/details.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { KINDS } from '../../queries/finding-model.ts'
import type { previewInspection } from '../../queries/preview-inspection.ts'
import type { Reading } from '../../queries/reading-model.ts'
import { choiceNames, questionNumbers } from '../../rules/fnd09-choices.ts'
import { Candidates, QuestionSelect, shortened } from './preview-candidates.tsx'

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
    <section>
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
      <Candidates model={model} candidates={candidates} />
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
          <QuestionSelect
            model={model}
            name={choiceNames.pageFindingQuestion(index)}
            label={`Question of “${shortened(finding.text)}”`}
          />
        ))}
    </>
  )
}
