import { addMonths, getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import type { MeasureValue } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Duties of the rules $3 that fell due, as things to count; those whose clock stands still in the month in which it stopped. */
export const DUE = `SELECT due_at AS at, area_id, (met_at IS NOT NULL AND date_trunc('second', met_at) <= due_at)::integer AS counts,
    1 AS of, 0 AS unknown
  FROM duty WHERE rule = ANY ($3::text[]) AND superseded_at IS NULL AND due_at >= $1 AND due_at < least($2::timestamptz, now_at)
  UNION ALL
  SELECT paused_at, area_id, 0, 0, 1 FROM duty
  WHERE rule = ANY ($3::text[]) AND superseded_at IS NULL AND paused_at >= $1 AND paused_at < $2`

type Row = Omit<MeasureValue, 'month' | 'unit'> & { readonly month: string }

/**
 * Figures by month, for the whole force and for each policing area: what lies in a ward counts for the policing area around it.
 * `things` gives what is counted, each with its moment (`at`), area, and whether it `counts`, is counted `of`, or is `unknown`.
 */
export async function computeBy(
  tx: Tx,
  things: string,
  from: CivilMonth,
  to: CivilMonth,
  values: readonly unknown[],
): Promise<readonly MeasureValue[]> {
  const counted = things.replaceAll('now_at', `$${3 + values.length}::timestamptz`)
  const rows = rowsAs<Row>(
    await tx.client.query(
      `WITH ${POLICING},
        things AS (SELECT to_char(t.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, p.policing AS area, t.counts, t.of, t.unknown
          FROM (${counted}) AS t (at, area_id, counts, of, unknown) LEFT JOIN policing p ON p.id = t.area_id
          WHERE $${3 + values.length}::timestamptz IS NOT NULL)
      SELECT month, area, sum(counts)::integer AS numerator, sum(of)::integer AS denominator, sum(unknown)::integer AS unknown
      FROM things GROUP BY GROUPING SETS ((month), (month, area)) HAVING (GROUPING(area) = 1 OR area IS NOT NULL)
        AND sum(of) + sum(unknown) > 0
      ORDER BY month, area NULLS FIRST`,
      [startOfLondonMonth(from), startOfLondonMonth(addMonths(to, 1)), ...values, tx.now],
    ),
  )
  return rows.map(({ month, ...value }) => ({ ...value, month: getCivilMonth(month), unit: null }))
}

/** When a plan, or what is owed on one, was changed last. */
export async function lastChange(tx: Tx): Promise<Date | null> {
  const [row] = rowsAs<{ at: Date | null }>(
    await tx.client.query(
      `SELECT greatest(max(opened_at), max(ended_at)) AS at FROM duty WHERE subject_kind = 'problem-plan'`,
    ),
  )
  return row?.at ?? null
}
