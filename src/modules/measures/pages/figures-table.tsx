import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import type { ShownFigure, ShownMeasure } from '../queries/show-measure.ts'
import { measureHref } from '../rules/addresses.ts'
import { countedWords, figureInterval, figureWords, unknownWords } from './words.ts'

/** Every month, the latest first; each figure opens onto its rows, each month onto its table by area and team. */
export function MonthsTable({ model }: { readonly model: ShownMeasure }) {
  const { definition, figures, scope, month: chosen, tables } = model
  const { code, unit } = definition
  const whose = scope === null ? {} : { [scope.by]: scope.id }
  return (
    <DataTable
      caption={`Every month: ${scope?.name ?? 'whole force'}`}
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
          header: 'Value',
          align: 'number',
          nowrap: true,
          cell: (figure) => <Rows figure={figure} words={figureWords(unit, figure)} what={formatMonth(figure.month)} />,
        },
        { header: '95% interval', align: 'number', nowrap: true, cell: (figure) => figureInterval(unit, figure) },
        { header: 'Above the line', align: 'number', cell: (figure) => countedWords(figure, 'numerator') },
        { header: 'Below the line', align: 'number', cell: (figure) => countedWords(figure, 'denominator') },
        ...(scope === null
          ? [{ header: 'Unknown', align: 'number' as const, cell: (figure: ShownFigure) => unknownWords(figure) }]
          : []),
      ]}
      rows={figures.toReversed()}
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
            header: 'Value',
            align: 'number',
            nowrap: true,
            cell: ({ name, figure }) => <Rows figure={figure} words={figureWords(unit, figure)} what={name} />,
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
