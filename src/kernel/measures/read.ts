import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { grouped } from '#calculations/grouping/grouped.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Measure } from './define.ts'
import type { Figure, Series } from './figure.ts'
import { valueOf } from './rules/mea01-value.ts'
import { intervalOf } from './rules/mea02-interval.ts'
import { type Shown, withholdSmall, withholdSmallAlone } from './rules/mea03-small-numbers.ts'
import { freshnessOf, runningMonth } from './rules/mea04-fresh.ts'
import { forceRows, tableRows, type ValueRow } from './rows.ts'

/** The whole force, an area, or a unit. */
export type Scope =
  | { readonly of: 'force' }
  | { readonly of: 'area'; readonly area: number }
  | { readonly of: 'unit'; readonly unit: number }

/** One row of a table by area or unit; `id` null: what lies in none of them. */
export interface TableRow {
  readonly id: number | null
  readonly figure: Figure
}

/**
 * Whole-force series of many measures, by code; a measure that was never computed has one without figures. One statement.
 */
export async function readForceSeries(tx: Tx, measures: readonly Measure[]): Promise<ReadonlyMap<string, Series>> {
  const rows = await forceRows(tx, measures)
  return new Map(
    measures.map((measure) => [
      measure.code,
      seriesOf(
        tx,
        measure,
        rows.filter((row) => row.measure === measure.code),
      ),
    ]),
  )
}

/**
 * The series of one measure in a scope. By area or unit, small numbers are withheld month by month exactly as in that month's
 * table, so that the two never tell more together. One statement.
 */
export async function readSeries(tx: Tx, measure: Measure, scope: Scope): Promise<Series> {
  if (scope.of === 'force') return seriesOf(tx, measure, await forceRows(tx, [measure]))
  const id = scope.of === 'area' ? scope.area : scope.unit
  const rows = await tableRows(tx, measure, scope.of, null)
  const own = rows.filter((row) => row[scope.of] === id)
  const byMonth = monthsOf(rows)
  const figures = own.flatMap(({ month }) =>
    tableOf(measure, scope.of, byMonth.get(month) ?? []).flatMap((row) => (row.id === id ? [row.figure] : [])),
  )
  return { ...seriesOf(tx, measure, own), figures }
}

/** The table of one month by area or unit, small numbers withheld; what lies in none of them last. One statement. */
export async function readTable(
  tx: Tx,
  measure: Measure,
  by: 'area' | 'unit',
  month: CivilMonth,
): Promise<readonly TableRow[]> {
  return readTableOver(tx, measure, by, month, month)
}

/** The tables of the months from one to another, both included, one after the other. One statement. */
export async function readTableOver(
  tx: Tx,
  measure: Measure,
  by: 'area' | 'unit',
  from: CivilMonth,
  to: CivilMonth,
): Promise<readonly TableRow[]> {
  const byMonth = monthsOf(await tableRows(tx, measure, by, { from, to }))
  return [...byMonth.values()].flatMap((ofMonth) => tableOf(measure, by, ofMonth))
}

/** Everything that may be shown of a measure: the force's figures, and the tables of every month. Three statements at most. */
export async function readTables(
  tx: Tx,
  measure: Measure,
): Promise<{
  readonly force: readonly Figure[]
  readonly tables: readonly { readonly by: 'area' | 'unit'; readonly months: readonly (readonly TableRow[])[] }[]
}> {
  const { figures } = await readSeries(tx, measure, { of: 'force' })
  const tables = []
  for (const by of measure.by) {
    const byMonth = monthsOf(await tableRows(tx, measure, by, null))
    tables.push({ by, months: [...byMonth.values()].map((ofMonth) => tableOf(measure, by, ofMonth)) })
  }
  return { force: figures, tables }
}

const monthsOf = (rows: readonly ValueRow[]) => grouped(rows, ({ month }) => month)

/** The rows of one month, of which those without area and unit are the whole force. */
function tableOf(measure: Measure, by: 'area' | 'unit', ofMonth: readonly ValueRow[]): readonly TableRow[] {
  const parts = ofMonth.filter((row) => row[by] !== null)
  if (parts.length === 0) return []
  const whole = ofMonth.find((row) => row.area === null && row.unit === null)
  const rest = whole === undefined ? null : restOf(measure, whole, parts)
  if (rest === null)
    return parts.map((row) => ({ id: row[by], figure: figureOf(measure, row, withholdSmallAlone(measure.unit, row)) }))
  const rows = [...parts.map((row) => ({ id: row[by], row })), { id: null, row: rest }]
  const shown = withholdSmall(
    measure.unit,
    rows.map(({ row }) => row),
  )
  return rows.map(({ id, row }, i) => ({
    id,
    figure: figureOf(measure, row, shown[i] ?? { numerator: 'withheld', denominator: 'withheld' }),
  }))
}

/** What lies in none of the parts; null where the parts are more than the whole, so that they hold one another. */
function restOf(measure: Measure, whole: ValueRow, parts: readonly ValueRow[]): ValueRow | null {
  const sum = (column: 'numerator' | 'denominator'): number =>
    parts.reduce((total, row) => total + (row[column] ?? 0), 0)
  const numerator = whole.numerator - sum('numerator')
  // Populations are of places: there is none that lies nowhere.
  const apart = measure.unit === 'per cent' || measure.unit === 'days'
  const denominator = apart && whole.denominator !== null ? whole.denominator - sum('denominator') : null
  return numerator < 0 || (denominator ?? 0) < 0 ? null : { ...whole, area: null, unit: null, numerator, denominator }
}

function figureOf(measure: Measure, row: ValueRow, shown: Shown | null): Figure {
  const { month, numerator, denominator, unknown } = row
  const withheld = shown === null || (shown.numerator === null && shown.denominator === null) ? null : shown
  const counted = { month, numerator, denominator }
  return {
    month,
    numerator: withheld?.numerator ? null : numerator,
    denominator: withheld?.denominator ? null : denominator,
    unknown: shown === null ? unknown : null,
    value: withheld === null ? valueOf(measure.unit, counted) : null,
    interval: withheld === null ? intervalOf(measure.unit, counted) : null,
    withheld,
  }
}

function seriesOf({ now }: Tx, measure: Measure, rows: readonly ValueRow[]): Series {
  const last = rows.at(-1)
  const freshness = freshnessOf({
    lastMonth: last?.month ?? null,
    sourceAt: last?.sourceAt ?? null,
    computedAt: last?.computedAt ?? null,
    availableAfter: measure.availableAfter ?? 1,
    running: runningMonth(now, last?.asOf ?? null),
    now,
  })
  return { measure, figures: rows.map((row) => figureOf(measure, row, null)), freshness }
}
