import { getCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Counted } from '../rules/vco06-by-right.ts'

/** Whose duties: the whole force’s, or those of a policing area or of a unit. */
export interface Within {
  readonly area: number | null
  readonly unit: number | null
}

type Row = Omit<Counted, 'month'> & { readonly month: string }

/** What was counted from one month to another, both included, by duty rule: of the force as published; else what the reader reaches. */
export async function readCompliance(
  tx: Tx,
  from: CivilMonth,
  to: CivilMonth,
  within: Within,
): Promise<readonly Counted[]> {
  const rows =
    within.area === null && within.unit === null
      ? await asService(tx, () => readForce(tx, from, to))
      : await readWithin(tx, from, to, within)
  return rows.map(({ month, ...row }) => ({ ...row, month: getCivilMonth(month) }))
}

/** Of the force, added up when it was counted. */
async function readForce(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<readonly Row[]> {
  const rows = rowsAs<Omit<Row, 'lateness'> & { readonly days: readonly number[]; readonly times: readonly number[] }>(
    await tx.client.query(
      `SELECT to_char(month, 'YYYY-MM') AS month, rule, in_time AS "inTime", late, waived, overdue, unknown, late_days AS days,
        late_times AS times
      FROM victim_compliance_force WHERE month >= ($1 || '-01')::date AND month <= ($2 || '-01')::date
        AND in_time + late + waived + overdue + unknown > 0 ORDER BY month, rule`,
      [from, to],
    ),
  )
  return rows.map(({ days, times, ...row }) => ({
    ...row,
    lateness: eachOf(days, times),
  }))
}

/** Each number of days as often as it was counted. */
function eachOf(days: readonly number[], times: readonly number[]): readonly number[] {
  const all: number[] = []
  for (const [at, day] of days.entries()) for (let left = times[at] ?? 0; left > 0; left--) all.push(day)
  return all
}

/** Of an area or a unit. */
async function readWithin(tx: Tx, from: CivilMonth, to: CivilMonth, { area, unit }: Within): Promise<readonly Row[]> {
  const values: unknown[] = [from, to]
  const value = (given: unknown) => `$${values.push(given)}`
  const place = [
    ...(area === null ? [] : [`c.area_id = ANY (${areasIn(value(area))})`]),
    ...(unit === null ? [] : [`c.unit_id = ${value(unit)}`]),
  ]
  return rowsAs<Row>(
    await tx.client.query(
      `SELECT to_char(c.month, 'YYYY-MM') AS month, c.rule, sum(c.in_time)::integer AS "inTime", sum(c.late)::integer AS late,
        sum(c.waived)::integer AS waived, sum(c.overdue)::integer AS overdue, sum(c.unknown)::integer AS unknown,
        coalesce(string_to_array(string_agg(nullif(array_to_string(c.lateness, ','), ''), ','), ',')::integer[], '{}') AS lateness
      FROM victim_compliance c
      WHERE c.month >= ($1 || '-01')::date AND c.month <= ($2 || '-01')::date AND ${place.join(' AND ')}
      GROUP BY c.month, c.rule ORDER BY c.month, c.rule`,
      values,
    ),
  )
}

/** SQL of the ids of a policing area and all that lies in it, or of the area itself. `area`: its place among the values. */
export const areasIn = (area: string) =>
  `ARRAY(WITH ${POLICING} SELECT id FROM policing WHERE policing = ${area}::bigint UNION SELECT ${area}::bigint)`

/** The policing areas and units that owed something in these months and that the reader covers, whole. */
export async function readReach(tx: Tx, from: CivilMonth, to: CivilMonth) {
  const read = async (statement: string) =>
    rowsAs<{ id: number; name: string }>(
      await tx.client.query(statement, [from, to, tx.reader.forceWide, tx.reader.areas, tx.reader.units]),
    )
  const counted = (place: string) => `EXISTS (SELECT FROM victim_compliance c
    WHERE ${place} AND c.month >= ($1 || '-01')::date AND c.month <= ($2 || '-01')::date)`
  return {
    areas: await read(
      `WITH ${POLICING} SELECT a.id, a.name FROM area a WHERE a.kind = 'policing-area' AND ($3 OR a.id = ANY ($4::bigint[]))
        AND $5::bigint[] IS NOT NULL AND EXISTS (SELECT FROM policing p WHERE p.policing = a.id AND ${counted('c.area_id = p.id')})
      ORDER BY a.name, a.id`,
    ),
    units: await read(
      `SELECT u.id, u.name FROM unit u WHERE ($3 OR u.id = ANY ($5::bigint[])) AND $4::bigint[] IS NOT NULL
        AND ${counted('c.unit_id = u.id')} ORDER BY u.name, u.id`,
    ),
  }
}
