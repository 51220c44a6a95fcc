import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { addMonths, getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import { workingDaysBetween } from '#calculations/calendar/working-days.ts'
import { readHolidays } from '#kernel/duties/holidays.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { STOOD_STILL } from '#kernel/duties/stood-still.ts'
import { AT_ONCE_RULES, CLOCKLESS_RULES } from '../rules/vco01-counted-under.ts'
import { timesByDays, type Tally } from '../rules/vco02-tally.ts'

/** How the duties of a rule were kept in a month, of those that have the same guards. */
export interface RuleTally extends Tally {
  readonly month: CivilMonth
  /** Code of the duty rule: `VC09-2020-E`. */
  readonly rule: string
  readonly area: number | null
  readonly unit: number | null
  readonly marking: string
}

type Row = Omit<RuleTally, 'lateness' | 'month'> & {
  readonly month: string
  /** By the day that it was due and the day that it was met: how many. */
  readonly days: readonly { readonly due: string; readonly met: string; readonly times: number }[] | null
}

/**
 * Counts the duties of these rules from the duties themselves, by the months from and to in which they fell due, up to now. Of
 * whatever the reader reaches; for a figure of the force, run as the system, which reaches into no compartment.
 */
export async function countDuties(
  tx: Tx,
  rules: readonly string[],
  from: CivilMonth,
  to: CivilMonth,
): Promise<readonly RuleTally[]> {
  const holidays = await readHolidays(tx)
  const values = [
    startOfLondonMonth(from),
    startOfLondonMonth(addMonths(to, 1)),
    tx.now,
    rules,
    CLOCKLESS_RULES,
    AT_ONCE_RULES,
  ]
  // A year of a force is two million duties, and four hundred thousand groups before they are put together.
  await tx.client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'`)
  const rows = rowsAs<Row>(await tx.client.query(COUNT, values))
  return rows.map(({ month, days, ...row }) => ({
    ...row,
    month: getCivilMonth(month),
    lateness: timesByDays(
      (days ?? []).map(({ due, met, times }) => [
        workingDaysBetween(getCivilDate(due), getCivilDate(met), holidays),
        times,
      ]),
    ),
  }))
}

/** By what a duty without a due time belongs to a month. */
const STARTED = 'd.triggered_at'
const day = (moment: string) => `(${moment} AT TIME ZONE 'Europe/London')::date`

/** How what has a due time was kept; duties-behind.ts says the same as conditions. */
const DATED_HOW = `CASE
      WHEN d.met_at IS NULL THEN CASE WHEN d.waived_at IS NULL THEN 'overdue' ELSE 'waived' END
      WHEN date_trunc('second', d.met_at) <= d.due_at THEN 'in-time' ELSE 'late' END`

/** Which have one: `at` is 'd.due_at', or what stands for it. What was replaced is counted under what took its place. */
export const dated = (at: string) => `d.rule = ANY ($4::text[]) AND d.superseded_at IS NULL
    AND ${at} >= $1 AND ${at} < least($2::timestamptz, date_trunc('second', $3::timestamptz))`

/** How what has none was kept; what was done on another day than it was owed at once: whether that was at once, nobody can say. */
export const UNDATED_HOW = `CASE
      WHEN d.waived_at IS NOT NULL THEN 'waived'
      WHEN d.met_at IS NULL OR (d.rule = ANY ($6::text[]) AND ${day('d.met_at')} > ${day(STARTED)}) THEN 'unknown'
      ELSE 'in-time' END`

/** Which have none, by when they started. */
export const UNDATED = `d.rule = ANY ($4::text[]) AND d.superseded_at IS NULL AND d.due_at IS NULL
    AND (d.paused_at IS NULL OR d.rule = ANY ($5::text[]))
    AND ${STARTED} >= $1 AND ${STARTED} < least($2::timestamptz, $3::timestamptz)`

/** FROM and WHERE of what is stopped, in each month `m` at whose end, or now, it stood still: unknown. */
export const STOPPED = `FROM ${STOOD_STILL}
  WHERE d.rule = ANY ($4::text[]) AND d.rule <> ALL ($5::text[])
    -- Counted once in a month: where it is counted by its time already, that holds.
    AND to_char(m.first, 'YYYY-MM') IS DISTINCT FROM to_char(
      (CASE WHEN d.due_at < date_trunc('second', $3::timestamptz) THEN d.due_at
        WHEN d.due_at IS NULL AND d.paused_at IS NULL THEN ${STARTED} END) AT TIME ZONE 'Europe/London', 'YYYY-MM')`

/**
 * Each duty of the rules $4 with these columns, how it was kept (`how`) and its moment (`at`), by which it belongs to a month: since $1,
 * before $2 and by $3. First what fell due; then what has no due time, by when it started; then what is stopped. $5: rules that set
 * no time, of which $6 at once.
 */
const owed = (columns: string) => `
  SELECT ${columns}, d.due_at AS at, ${DATED_HOW} AS how FROM duty d WHERE ${dated('d.due_at')}
  UNION ALL SELECT ${columns}, ${STARTED}, ${UNDATED_HOW} FROM duty d WHERE ${UNDATED}
  UNION ALL SELECT DISTINCT ${columns}, m.first AT TIME ZONE 'Europe/London', 'unknown' ${STOPPED}`

export const OWED = owed('d.id')

const COUNT = `
  WITH counted AS (SELECT date_trunc('month', at AT TIME ZONE 'Europe/London') AS month, rule, area_id AS area, unit_id AS unit, marking,
      how, CASE WHEN how = 'late' THEN ${day('due_at')} END AS due, CASE WHEN how = 'late' THEN ${day('met_at')} END AS met,
      count(*)::integer AS times
    FROM (${owed('d.id, d.rule, d.area_id, d.unit_id, d.marking, d.due_at, d.met_at')}) AS o GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
  SELECT to_char(month, 'YYYY-MM') AS month, rule, area, unit, marking,
    coalesce(sum(times) FILTER (WHERE how = 'in-time'), 0)::integer AS "inTime",
    coalesce(sum(times) FILTER (WHERE how = 'late'), 0)::integer AS late,
    coalesce(sum(times) FILTER (WHERE how = 'waived'), 0)::integer AS waived,
    coalesce(sum(times) FILTER (WHERE how = 'overdue'), 0)::integer AS overdue,
    coalesce(sum(times) FILTER (WHERE how = 'unknown'), 0)::integer AS unknown,
    json_agg(json_build_object('due', due, 'met', met, 'times', times)) FILTER (WHERE how = 'late') AS days
  FROM counted GROUP BY counted.month, rule, area, unit, marking ORDER BY counted.month, rule, area, unit, marking`
