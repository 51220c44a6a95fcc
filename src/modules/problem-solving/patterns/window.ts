import { addDays, getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonths, daysInMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { settingsOn } from '../reference/settings.ts'
import type { Window } from './pattern.ts'

export interface OwnData {
  readonly publisher: string
  /** Today, or the last day of the data where that is over. */
  readonly asOf: CivilDate
  /** Null where nothing of the force's own is there in it. */
  readonly window: Window | null
}

/**
 * What of the force's own is looked at. Dated rows go before street files, since both tell of the same events: with dated rows
 * in the year the year's days, else twelve whole months up to the last that was published.
 */
export async function ownData(tx: Tx): Promise<OwnData> {
  const [row] = rowsAs<{ publisher: string; asOf: string | null }>(
    await tx.client.query('SELECT publisher, as_of::text AS "asOf" FROM installation'),
  )
  if (row === undefined) throw new Error('There is no installation yet.')
  const now = today(tx)
  const asOf = row.asOf !== null && row.asOf < now ? getCivilDate(row.asOf) : now
  const from = addDays(asOf, 1 - settingsOn(asOf).days)
  const [data] = rowsAs<{ dated: boolean; month: string | null }>(
    await tx.client.query(
      `SELECT EXISTS (SELECT FROM occurrence WHERE publisher = $1 AND NOT comparison AND precision <> 'month'
          AND month >= date_trunc('month', $2::date) AND month <= $3) AS dated,
        (SELECT to_char(max(month), 'YYYY-MM') FROM occurrence WHERE publisher = $1 AND NOT comparison AND month <= $3) AS month`,
      [row.publisher, from, asOf],
    ),
  )
  const { publisher } = row
  if (data?.dated === true) return { publisher, asOf, window: { from, to: asOf, precision: 'day' } }
  if (data === undefined || data.month === null) return { publisher, asOf, window: null }
  const last = getCivilMonth(data.month)
  return {
    publisher,
    asOf,
    window: {
      from: getCivilDate(`${addMonths(last, -11)}-01`),
      to: getCivilDate(`${last}-${String(daysInMonth(last)).padStart(2, '0')}`),
      precision: 'month',
    },
  }
}

/** The rows of a window, as the end of a WHERE: $1 publisher, $2 and $3 its days. */
export function within({ precision }: Window): string {
  const own = `o.publisher = $1 AND NOT o.comparison AND o.month BETWEEN date_trunc('month', $2::date) AND $3::date`
  return precision === 'month'
    ? `${own} AND o.precision = 'month'`
    : `${own} AND o.precision <> 'month' AND o.happened_from >= ($2::date)::timestamp AT TIME ZONE 'Europe/London'
        AND o.happened_from < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/London'`
}

/** For each point the smallest area that a team looks after, and its policing area. */
export const PLACED = `placed AS MATERIALIZED (
  SELECT la.location_id, max(a.id) FILTER (WHERE a.kind = 'policing-area') AS policing,
    coalesce(max(a.id) FILTER (WHERE a.kind = 'ward'), max(a.id) FILTER (WHERE a.kind = 'policing-area')) AS area
  FROM location_area la JOIN area a ON a.id = la.area_id AND a.kind IN ('ward', 'policing-area') AND a.valid_to IS NULL
  GROUP BY la.location_id HAVING count(*) FILTER (WHERE a.kind = 'policing-area') > 0)`

/** The day of a row. */
export const ON = `(o.happened_from AT TIME ZONE 'Europe/London')::date::text`
