import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { plural } from '#ui/words/numbers.ts'
import type { ShownFigure, ShownMeasure } from '../queries/show-measure.ts'
import { measureHref } from '../rules/addresses.ts'
import { countedWords, figureInterval, unknownWords, VALUE_HEADERS, valueCell } from './words.ts'

/** So many months stand open, the others behind a click. */
const OPEN_MONTHS = 12

/** The last twelve months, and those before them. */
export function EveryMonth({ model }: { readonly model: ShownMeasure }) {
  const { figures, scope } = model
  const latestFirst = figures.toReversed()
  const [open, earlier] = [latestFirst.slice(0, OPEN_MONTHS), latestFirst.slice(OPEN_MONTHS)]
  const whose = scope?.name ?? 'whole force'
  return (
    <>
      <MonthsTable model={model} caption={`Month by month: ${whose}`} figures={open} />
      {earlier.length > 0 && (
        <Details
          summaryText={plural(earlier.length, 'earlier month')}
          open={earlier.some(({ month }) => month === model.month)}
        >
          <MonthsTable model={model} caption={`Earlier months: ${whose}`} figures={earlier} />
        </Details>
      )}
    </>
  )
}

interface MonthsProps {
  readonly model: ShownMeasure
  readonly caption: string
  readonly figures: readonly ShownFigure[]
}

/** Each figure opens onto its rows, each month onto its table by area and team. */
function MonthsTable({ model, caption, figures }: MonthsProps) {
  const { definition, scope, month: chosen, tables } = model
  const { code, unit } = definition
  const whose = scope === null ? {} : { [scope.by]: scope.id }
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          header: 'Month',
          nowrap: true,
          cell: ({ month }) =>
            tables.length === 0 ? (
              formatMonth(month)
            ) : (
              <a
                class="govuk-link"
                href={measureHref(code, { ...whose, month })}
                aria-current={month === chosen ? 'true' : undefined}
              >
                {formatMonth(month)}
              </a>
            ),
        },
        {
          header: VALUE_HEADERS[unit],
          align: 'number',
          nowrap: true,
          cell: (figure) => <Rows figure={figure} words={valueCell(unit, figure)} what={formatMonth(figure.month)} />,
        },
        { header: '95% interval', align: 'number', nowrap: true, cell: (figure) => figureInterval(unit, figure) },
        { header: 'Above the line', align: 'number', cell: (figure) => countedWords(figure, 'numerator') },
        { header: 'Below the line', align: 'number', cell: (figure) => countedWords(figure, 'denominator') },
        ...(scope === null
          ? [{ header: 'Unknown', align: 'number' as const, cell: (figure: ShownFigure) => unknownWords(unit, figure) }]
          : []),
      ]}
      rows={figures}
      empty={
        <EmptyState title="No month has a figure">
          <p>Figures are computed every day at 05:00, once there are rows.</p>
        </EmptyState>
      }
    />
  )
}

/** The figure of one month by area, or by team, small numbers withheld. */
export function BreakdownTable({
  model: { definition, month },
  table: { by, rows },
}: {
  readonly model: ShownMeasure
  readonly table: ShownMeasure['tables'][number]
}) {
  const { code, unit } = definition
  const withheld = rows.some(({ figure }) => figure.withheld !== null)
  return (
    <>
      <DataTable
        caption={`By ${by === 'area' ? 'area' : 'team'}${month === null ? '' : `, ${formatMonth(month)}`}`}
        columns={[
          {
            header: by === 'area' ? 'Area' : 'Team',
            cell: ({ id, name }) =>
              id === null ? (
                name
              ) : (
                <a class="govuk-link" href={measureHref(code, { [by]: id, month })}>
                  {name}
                </a>
              ),
          },
          {
            header: VALUE_HEADERS[unit],
            align: 'number',
            nowrap: true,
            cell: ({ name, figure }) => <Rows figure={figure} words={valueCell(unit, figure)} what={name} />,
          },
          {
            header: '95% interval',
            align: 'number',
            nowrap: true,
            cell: ({ figure }) => figureInterval(unit, figure),
          },
          { header: 'Above the line', align: 'number', cell: ({ figure }) => countedWords(figure, 'numerator') },
          { header: 'Below the line', align: 'number', cell: ({ figure }) => countedWords(figure, 'denominator') },
        ]}
        rows={rows}
        empty={
          <EmptyState title="No figures by area or team">
            <p>There are none of this month. Choose another month in the table below.</p>
          </EmptyState>
        }
      />
      {withheld && (
        <p class="fp-second">
          Counts from 1 to 4 are not shown, so that nobody can be told from them, nor are some others from which they
          could be worked out.
        </p>
      )}
    </>
  )
}

/** A value that opens onto the rows behind it, where there are any to open. */
function Rows({
  figure,
  words,
  what,
}: {
  readonly figure: ShownFigure
  readonly words: string
  readonly what: string
}) {
  if (figure.rows === null || figure.value === null) return <>{words}</>
  return (
    <a class="govuk-link" href={figure.rows}>
      {words}
      <span class="govuk-visually-hidden"> – the rows behind it, {what}</span>
    </a>
  )
}
