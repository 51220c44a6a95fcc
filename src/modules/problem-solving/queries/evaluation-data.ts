import { type CivilDate, getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import {
  addMonths,
  type CivilMonth,
  formatMonths,
  getCivilMonth,
  monthsBetween,
} from '#calculations/calendar/civil-month.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { lastDayOf } from '../rules/pop17-times.ts'

export interface OwnRows {
  readonly publisher: string
  /** Today, or the last day of the data where that is over. */
  readonly lastDay: CivilDate
}

export async function ownRows(tx: Tx): Promise<OwnRows> {
  const [row] = rowsAs<{ publisher: string; asOf: string | null }>(
    await tx.client.query('SELECT publisher, as_of::text AS "asOf" FROM installation'),
  )
  if (row === undefined) throw new Error('There is no installation yet.')
  const now = today(tx)
  return { publisher: row.publisher, lastDay: row.asOf !== null && row.asOf < now ? getCivilDate(row.asOf) : now }
}

/** Of which months the force's own rows are there: those with a day, and those of street files. */
export interface Coverage {
  readonly dated: ReadonlySet<string>
  readonly street: ReadonlySet<string>
}

/** Whole months only: one that is not over is not among them. */
export async function coverageOf(tx: Tx, { publisher, lastDay }: OwnRows, from: CivilMonth): Promise<Coverage> {
  const rows = rowsAs<{ month: string; dated: boolean; street: boolean }>(
    await tx.client.query(
      `SELECT to_char(month, 'YYYY-MM') AS month, bool_or(source <> 'street') AS dated, bool_or(source = 'street') AS street
      FROM monthly_count WHERE publisher = $1 AND area_id IS NULL AND month BETWEEN ($2 || '-01')::date AND $3 GROUP BY month`,
      [publisher, from, lastDay],
    ),
  )
  const over = rows.filter(({ month }) => lastDayOf(getCivilMonth(month)) <= lastDay)
  return {
    dated: new Set(over.filter(({ dated }) => dated).map(({ month }) => month)),
    street: new Set(over.filter(({ street }) => street).map(({ month }) => month)),
  }
}

export interface Source {
  readonly kind: 'source'
  readonly precision: 'day' | 'month'
  readonly months: ReadonlySet<string>
}

/**
 * Which rows are counted: dated ones where all the days are covered by them, else those of street files, since both tell of the
 * same events. Refused, with the months, where neither covers them: what was never loaded is not nought.
 */
export function sourceOf(
  { dated, street }: Coverage,
  first: CivilDate,
  last: CivilDate,
): Source | Refused<'not-loaded'> {
  const wanted = monthsBetween(monthOf(first), monthOf(last))
  const missing = (from: ReadonlySet<string>) => wanted.filter((month) => !from.has(month))
  if (missing(dated).length === 0) return { kind: 'source', precision: 'day', months: dated }
  if (missing(street).length === 0) return { kind: 'source', precision: 'month', months: street }
  const lacking = wanted.filter((month) => !dated.has(month) && !street.has(month))
  const what = lacking.length > 0 ? formatMonths(lacking) : 'one kind of rows for all of it'
  return refused(
    'not-loaded',
    `The data does not have ${what}, whole. What is not loaded, or not over, is not counted as nought.`,
  )
}

/** The first of the months on end before this one that are covered, at most so many. */
export function firstCovered({ months }: Source, from: CivilMonth, most: number): CivilMonth {
  let first = from
  for (let at = 1; at <= most && months.has(addMonths(from, -at)); at++) first = addMonths(from, -at)
  return first
}
