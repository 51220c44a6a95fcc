import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import type { Measure } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { STOOD_STILL } from '#kernel/duties/stood-still.ts'
import { address } from '../rules/address.ts'

/** Timeliness: of what fell due in a month, how much was met in time. */
export const timeliness: Measure = {
  code: 'DUT-TIMELY',
  version: 1,
  name: 'Duties met in time',
  definition:
    'Of the duties of all rules that fell due in the month, the share that was met by then. What was waived counts as not met; what was replaced counts under what took its place. It says nothing of how well a duty was met.',
  numerator: 'duties that were met by their due time',
  denominator: 'all duties that fell due in the month, up to now',
  unknown: 'duties whose clock was stopped when the month ended, or is now, so that no time can be said',
  unit: 'per cent',
  direction: 'higher',
  question: 'E1',
  source: 'the duties of this system; those in a compartment are left out',
  authority: 'A measure of our own',
  by: ['area', 'unit'],
  compute: async (tx, from, to) => {
    const values = rowsAs<ValueRow>(
      await tx.client.query(COMPUTE, [startOfLondonMonth(from), startOfLondonMonth(addMonths(to, 1)), tx.now]),
    )
    return {
      values: values.map(({ month, ...value }) => ({ ...value, month: getCivilMonth(month) })),
      sourceAt: await lastChange(tx),
    }
  },
  rowsAt: ({ month, area, unit }) =>
    address('/work/duties', {
      of: unit === null ? 'area' : 'team',
      due: month,
      area: area === null ? null : String(area),
      unit: unit === null ? null : String(unit),
    }),
  population: async (tx, month) =>
    rowsAs<{ id: string }>(
      await tx.client.query(`SELECT id FROM (${FALLEN}) AS d ORDER BY id`, [
        startOfLondonMonth(month),
        startOfLondonMonth(addMonths(month, 1)),
        tx.now,
      ]),
    ).map(({ id }) => `duty:${id}`),
}

interface ValueRow {
  readonly month: string
  readonly area: number | null
  readonly unit: number | null
  readonly numerator: number
  readonly denominator: number
  readonly unknown: number
}

const WITHIN = 'list_at >= $1 AND list_at < least($2::timestamptz, $3::timestamptz)'

/** What fell due since $1, before $2 and by $3: what is open and what is over each by its own index. */
const FALLEN = `SELECT * FROM duty WHERE ended_at IS NULL AND ${WITHIN}
    UNION ALL SELECT * FROM duty WHERE ended_at IS NOT NULL AND superseded_at IS NULL AND ${WITHIN}`

/**
 * Grouped three ways: whole force, by area, by unit. A duty without an area counts for the force alone. A stopped clock is
 * counted in each month at whose end, or now, it stood still.
 */
const COMPUTE = `
  WITH fallen AS (
    SELECT to_char(due_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, area_id, unit_id,
      (met_at IS NOT NULL AND date_trunc('second', met_at) <= due_at)::integer AS met, 1 AS due, 0 AS stopped
    FROM (${FALLEN}) AS d
    UNION ALL
    SELECT to_char(m.first, 'YYYY-MM'), d.area_id, d.unit_id, 0, 0, 1
    FROM ${STOOD_STILL}
  )
  SELECT month, area_id AS area, unit_id AS unit, sum(met)::integer AS numerator, sum(due)::integer AS denominator,
    sum(stopped)::integer AS unknown
  FROM fallen GROUP BY GROUPING SETS ((month), (month, area_id), (month, unit_id))
  HAVING (GROUPING(area_id) = 1 OR area_id IS NOT NULL) AND (GROUPING(unit_id) = 1 OR unit_id IS NOT NULL)
  ORDER BY month, area NULLS FIRST, unit NULLS FIRST`

async function lastChange(tx: Tx): Promise<Date | null> {
  const [row] = rowsAs<{ at: Date | null }>(
    await tx.client.query('SELECT greatest((SELECT max(ended_at) FROM duty), (SELECT max(opened_at) FROM duty)) AS at'),
  )
  return row?.at ?? null
}
