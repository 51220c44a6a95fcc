import { getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { timesByDays } from '../rules/vco02-tally.ts'
import type { Counted } from '../rules/vco06-by-right.ts'

/** Whose duties: the whole force’s, or those of a policing area or of a unit. */
export interface Within {
  readonly area: number | null
  readonly unit: number | null
}

type Row = Omit<Counted, 'month' | 'lateness'> & {
  readonly month: string
  /** Working days late, and how many were. */
  readonly days: readonly number[] | null
  readonly times: readonly number[] | null
}

/** Which months, both included, and from which of them on it is wanted how late what was late was. */
interface Months {
  readonly from: CivilMonth
  readonly to: CivilMonth
  readonly lateFrom: CivilMonth
}

/** What was counted, month by month, by duty rule: of the force as published; else what the reader reaches. */
export async function readCompliance(tx: Tx, months: Months, within: Within): Promise<readonly Counted[]> {
  const rows =
    within.area === null && within.unit === null
      ? await asService(tx, () => readForce(tx, months))
      : await readWithin(tx, months, within)
  return rows.map((row) => ({
    month: getCivilMonth(row.month),
    rule: row.rule,
    inTime: row.inTime,
    late: row.late,
    waived: row.waived,
    overdue: row.overdue,
    unknown: row.unknown,
    lateness: timesByDays((row.days ?? []).map((day, at) => [day, row.times?.[at] ?? 0])),
  }))
}

/** Of the force, added up when it was counted. */
async function readForce(tx: Tx, { from, to, lateFrom }: Months): Promise<readonly Row[]> {
  return rowsAs<Row>(
    await tx.client.query(
      `SELECT to_char(month, 'YYYY-MM') AS month, rule, in_time AS "inTime", late, waived, overdue, unknown,
        CASE WHEN month >= ($3 || '-01')::date THEN late_days END AS days,
        CASE WHEN month >= ($3 || '-01')::date THEN late_times END AS times
      FROM victim_compliance_force WHERE month >= ($1 || '-01')::date AND month <= ($2 || '-01')::date
        AND in_time + late + waived + overdue + unknown > 0 ORDER BY month, rule`,
      [from, to, lateFrom],
    ),
  )
}

/** Of an area or a unit. */
async function readWithin(tx: Tx, { from, to, lateFrom }: Months, { area, unit }: Within): Promise<readonly Row[]> {
  const values: unknown[] = [from, to, lateFrom]
  const value = (given: unknown) => `$${values.push(given)}`
  const place = [
    ...(area === null ? [] : [`c.area_id = ANY (${areasIn(value(area))})`]),
    ...(unit === null ? [] : [`c.unit_id = ${value(unit)}`]),
  ]
  return rowsAs<Row>(
    await tx.client.query(
      `WITH c AS MATERIALIZED (SELECT * FROM victim_compliance c
        WHERE c.month >= ($1 || '-01')::date AND c.month <= ($2 || '-01')::date AND ${place.join(' AND ')}),
      late AS (SELECT month, rule, array_agg(day ORDER BY day) AS days, array_agg(times ORDER BY day) AS times
        FROM (SELECT c.month, c.rule, d.day, count(*)::integer AS times FROM c CROSS JOIN unnest(c.lateness) AS d (day)
          WHERE c.month >= ($3 || '-01')::date GROUP BY 1, 2, 3) AS each
        GROUP BY month, rule)
      SELECT to_char(month, 'YYYY-MM') AS month, rule, s."inTime", s.late, s.waived, s.overdue, s.unknown, late.days, late.times
      FROM (SELECT month, rule, sum(in_time)::integer AS "inTime", sum(late)::integer AS late, sum(waived)::integer AS waived,
          sum(overdue)::integer AS overdue, sum(unknown)::integer AS unknown FROM c GROUP BY month, rule) AS s
        LEFT JOIN late USING (month, rule)
      ORDER BY month, rule`,
      values,
    ),
  )
}

/** SQL of the ids of a policing area and all that lies in it, or of the area itself. `area`: its place among the values. */
export const areasIn = (area: string) =>
  `ARRAY(WITH ${POLICING} SELECT id FROM policing WHERE policing = ${area}::bigint UNION SELECT ${area}::bigint)`

/** What the reader covers whole: policing areas, and the units that owed something in these months. One statement. */
export async function readReach(tx: Tx, from: CivilMonth, to: CivilMonth) {
  const { forceWide, areas, units } = tx.reader
  const rows = rowsAs<{ kind: 'area' | 'unit'; id: number; name: string }>(
    await tx.client.query(
      `SELECT 'area' AS kind, a.id, a.name FROM area a WHERE a.kind = 'policing-area' AND ($3 OR a.id = ANY ($4::bigint[]))
      UNION ALL SELECT 'unit', u.id, u.name FROM unit u WHERE ($3 OR u.id = ANY ($5::bigint[]))
        AND EXISTS (SELECT FROM victim_compliance c WHERE c.unit_id = u.id
          AND c.month >= ($1 || '-01')::date AND c.month <= ($2 || '-01')::date)
      ORDER BY name, id`,
      [from, to, forceWide, areas, units],
    ),
  )
  const of = (wanted: 'area' | 'unit') => rows.flatMap(({ kind, id, name }) => (kind === wanted ? [{ id, name }] : []))
  return { areas: of('area'), units: of('unit') }
}
