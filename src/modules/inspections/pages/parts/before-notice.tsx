import type { z } from 'zod'
import { Card } from '#ui/blocks/card.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { inspectionHref } from '../../addresses.ts'
import type { previewInspection } from '../../queries/preview-inspection.ts'
import { Link } from '#kernel/web/parts/definition.tsx'

type Preview = NonNullable<z.output<typeof previewInspection.output>>
type Differences = NonNullable<NonNullable<Preview['before']>['differences']>

/** Whether this report is here already, or is another force's; and what a mended copy differs in. */
export function BeforeNotice({ model: { before, otherThan, reading } }: { readonly model: Preview }) {
  return (
    <>
      {otherThan !== null && (
        <WarningText>
          This is a report of {reading.force}, and this is the system of {otherThan}. Save it only to compare.
        </WarningText>
      )}
      {before !== null && (
        <Card
          title={
            before.same ? 'This very report is here already' : 'This inspection is here already: this copy is mended'
          }
          state={before.same ? 'holding' : 'slipping'}
        >
          <p>
            Imported by {before.importedBy}, <Time instant={before.importedAt} />.{' '}
            <Link href={inspectionHref(before.inspection)}>Open the inspection</Link>.{' '}
            {before.same
              ? 'Nothing is to be saved: nothing is doubled.'
              : 'Only what is new is saved. What is gone from this copy stays as it was saved.'}
          </p>
          {!before.same &&
            (before.differences === null ? (
              <p>The copy before cannot be read any more, so nothing can be compared.</p>
            ) : (
              <DifferenceList differences={before.differences} />
            ))}
        </Card>
      )}
    </>
  )
}

function DifferenceList({ differences }: { readonly differences: Differences }) {
  const lines = [
    ...differences.added.map(({ question, finding }) => `New, ${where(question)}: ${finding.text}`),
    ...differences.gone.map(({ question, finding }) => `Gone, ${where(question)}: ${finding.text}`),
    ...differences.grades.map(
      ({ question, before, now }) => `Grade, ${where(question)}: ${now ?? 'none'}, and was ${before ?? 'none'}`,
    ),
    ...differences.questionsAdded.map((number) => `Question ${number} is new`),
    ...differences.questionsGone.map((number) => `Question ${number} is gone`),
    ...differences.narratives.map((question) => `The narrative of ${where(question)} reads otherwise`),
  ]
  if (lines.length === 0) return <p>Nothing that is kept differs.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function where(question: number | null): string {
  return question === null ? 'the whole page' : `question ${question}`
}
