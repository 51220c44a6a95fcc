import type { z } from 'zod'
import { getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CardGrid } from '#ui/blocks/card.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { SeriesChart } from '#ui/charts/series-chart.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { evaluateHref, problemHref, PROBLEMS } from '../addresses.ts'
import type { EvaluationDefinition, EvaluationResult } from '../queries/evaluation-model.ts'
import { openEvaluation } from '../queries/open-evaluation.ts'
import { VERDICT_WORDS } from '../rules/evaluation-words.ts'
import { isOneOf, WORKERS } from '../workers.ts'
import { Chosen, countedWords, Versions } from './parts/evaluation-chosen.tsx'
import { EvaluationTable } from './parts/evaluation-table.tsx'
import { HeldTag, VERDICT_STATE } from './parts/states.tsx'

type Model = z.output<typeof openEvaluation.output>

export const evaluationPage = page({ path: `${PROBLEMS}/:id/evaluation`, query: openEvaluation, view: evaluationView })

const DONE = { chosen: 'Chosen: it is counted anew whenever it is read' } as const

function evaluationView(model: Model, context: PageContext): View {
  const { head, definition, found, held } = model
  const may = model.evaluable && isOneOf(context.reader.roles, WORKERS)
  return {
    section: 'prevent',
    title: 'Did it make a difference?',
    lead: `${head.title}. Counted now, from the rows that you may see: somebody who may see more or fewer can read other numbers`,
    marking: head.marking,
    back: { href: problemHref(head.id), text: head.title },
    notice: doneNotice(context, DONE),
    actions: may
      ? [{ text: definition === null ? 'Choose what to compare' : 'Choose anew', href: evaluateHref(head.id) }]
      : [],
    body:
      definition === null || found === null ? (
        <NotChosen model={model} may={may} />
      ) : (
        <>
          {held !== null && (
            <p>
              <HeldTag held={held.held} /> {held.words}
            </p>
          )}
          {found.kind === 'refused' ? (
            <InsetText>
              <StateTag state="too-few">{VERDICT_WORDS.refused}</StateTag> {found.words}
            </InsetText>
          ) : (
            <Found definition={definition} result={found.result} />
          )}
          <CardGrid columns={2}>
            <Chosen definition={definition} />
            <Versions model={model} definition={definition} />
          </CardGrid>
        </>
      ),
  }
}

function NotChosen({ model: { head, evaluable }, may }: { readonly model: Model; readonly may: boolean }) {
  if (!evaluable)
    return (
      <EmptyState title="Nothing to evaluate yet">
        It is chosen from the response on, when something is done about it.{' '}
        <Link href={problemHref(head.id)}>See what its stage still needs</Link>
      </EmptyState>
    )
  return (
    <EmptyState title="Nobody has chosen yet what to compare">
      {may ? (
        <Link href={evaluateHref(head.id)}>Choose where, which times and which areas beside it</Link>
      ) : (
        'Those who work on problems choose where, which times and which areas beside it.'
      )}
    </EmptyState>
  )
}

function Found({
  definition,
  result,
}: {
  readonly definition: EvaluationDefinition
  readonly result: EvaluationResult
}) {
  return (
    <>
      <InsetText>
        <StateTag state={VERDICT_STATE[result.verdict]}>{VERDICT_WORDS[result.verdict]}</StateTag> {result.effect}
      </InsetText>
      <SeriesChart
        id="evaluation"
        title="Before and after, month by month"
        words={result.series}
        description={`${VERDICT_WORDS[result.verdict]}. ${result.series}`}
        unit={`${countedWords(definition)} a month`}
        months={result.months.map((one) => ({ ...one, month: getCivilMonth(one.month) }))}
        from={monthOf(getCivilDate(definition.afterFrom))}
        began="time after begins"
        howCounted={<HowCounted result={result} />}
        headingLevel={2}
      />
      <h2>What the counts show</h2>
      <EvaluationTable result={result} />
      {result.cautions.length > 0 && (
        <>
          <h2>To bear in mind</h2>
          <ul class="govuk-list govuk-list--bullet">
            {result.cautions.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function HowCounted({ result: { precision } }: { readonly result: EvaluationResult }) {
  const by =
    precision === 'month'
      ? 'Rows of street files, which are known by month: whole months only.'
      : 'The force’s own dated rows, by the day on which it began.'
  return (
    <>
      <p>{by} Rows without a place, and those that you may not see, are not counted.</p>
      <p>
        Elsewhere is drawn at the height of where it was done, so that courses can be compared; the table has its own
        counts. Expected without it: a line, a step and a bend through the months, with their yearly wave where there
        are two years, less the step and the bend.
      </p>
      <p>
        The relative effect is before times elsewhere after, over after times elsewhere before; above 1 is better. Its
        interval is widened by how far the two went apart before. Fewer than ten before is not evaluable. It shows what
        went along with what was done, and not by itself what caused it.
      </p>
    </>
  )
}
