import type { z } from 'zod'
import type { Measures } from '#kernel/measures/registry.ts'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Time } from '#ui/blocks/time.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { INSPECTIONS } from '../addresses.ts'
import { openInspection } from '../queries/inspections.ts'
import { todayOf } from './findings.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { FindingsTable } from './parts/findings-table.tsx'

type Model = z.output<ReturnType<typeof openInspection>['output']>

export const inspectionPage = (measures: Measures) =>
  page({ path: `${INSPECTIONS}/:id`, query: openInspection(measures), view: inspectionView })

function inspectionView(model: Model, context: PageContext): View {
  const { inspection, questions, findings, copies } = model
  return {
    section: 'effectiveness',
    title: `${inspection.force} ${inspection.year}: ${inspection.pillar}`,
    lead: (
      <>
        {inspection.grade !== null && `Graded ${inspection.grade}. `}
        {inspection.publishedOn !== null && `Published ${dayWithYear(inspection.publishedOn)}. `}
        Imported by {inspection.importedBy}, <Time instant={inspection.importedAt} now={context.now} />
        {copies > 1 && `; mended ${copies === 2 ? 'once' : `${copies - 1} times`} since`}
      </>
    ),
    marking: findings.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: { href: INSPECTIONS, text: 'Inspections' },
    notice: doneNotice(context, { saved: 'The report is saved. Its findings stand under their questions' }),
    body: questions.map((question) => <QuestionPart model={model} question={question} context={context} />),
  }
}

interface QuestionPartProps {
  readonly model: Model
  readonly question: Model['questions'][number]
  readonly context: PageContext
}

function QuestionPart({ model: { findings }, question, context }: QuestionPartProps) {
  const own = findings.filter((finding) => finding.question.number === question.number)
  return (
    <section>
      <h2>
        {question.number}. {question.title}
      </h2>
      <p>{gradeWords(question)}</p>
      {question.narrative.length > 0 && (
        <Details summaryText={`What the report says (${plural(question.narrative.length, 'paragraph')})`}>
          {question.narrative.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Details>
      )}
      <FindingsTable
        findings={own}
        today={todayOf(context)}
        withoutQuestion
        empty={<p>No finding under this question that you may open.</p>}
      />
    </section>
  )
}

function gradeWords({ grade, carriedOverFrom }: Model['questions'][number]): string {
  if (carriedOverFrom !== null)
    return `Not inspected again: the judgement of ${carriedOverFrom} stands${grade === null ? '' : `, ${grade}`}`
  return grade === null ? 'No grade is given' : `Graded ${grade}`
}
