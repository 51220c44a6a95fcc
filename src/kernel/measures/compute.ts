import { addMonths, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Computed, Measure, MeasureValue } from './define.ts'
import { runningMonth } from './rules/mea04-fresh.ts'

/** So many months are computed again each time; older ones stay as they were last computed. */
export const MONTHS_COMPUTED = 36

export interface ComputedMeasure {
  readonly code: string
  readonly version: number
  readonly from: CivilMonth
  readonly to: CivilMonth
  /** How many figures there are now in these months, and how many are no more. */
  readonly values: number
  readonly removed: number
}

/**
 * Computes one measure anew: the last 36 months that are over or that its rows cover. Runs in the transaction of a system
 * reader. The same again changes nothing but when it was computed. Throws when the measure breaks its own promises.
 */
export async function computeMeasure(tx: Tx, measure: Measure): Promise<ComputedMeasure> {
  const { code, version } = measure
  await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`measure ${code}`])
  const over = addMonths(runningMonth(tx.now, await asOfDay(tx)), -1)
  const covered = measure.lastMonth === undefined ? over : await measure.lastMonth(tx)
  const to = covered !== null && covered < over ? covered : over
  const from = addMonths(to, 1 - MONTHS_COMPUTED)
  const computed = covered === null ? { values: [], sourceAt: null } : await measure.compute(tx, from, to)
  await checkValues(tx, measure, computed.values, from, to)
  await upsert(tx, measure, computed)
  // Where nothing is covered any more, nothing that was computed before is true.
  const removed = await removeOthers(tx, measure, computed.values, covered === null ? null : from)
  return { code, version, from, to, values: computed.values.length, removed }
}

async function asOfDay(tx: Tx): Promise<string | null> {
  const rows = rowsAs<{ asOf: string | null }>(await tx.client.query('SELECT as_of AS "asOf" FROM installation'))
  return rows[0]?.asOf ?? null
}

async function checkValues(
  tx: Tx,
  { code }: Measure,
  values: readonly MeasureValue[],
  from: CivilMonth,
  to: CivilMonth,
): Promise<void> {
  const odd = values.find(
    ({ month, numerator, denominator, unknown, area, unit }) =>
      month < from || month > to || !(numerator >= 0 && (denominator ?? 0) >= 0 && unknown >= 0) || (area && unit),
  )
  if (odd !== undefined) throw new Error(`${code} computed a figure that cannot be: ${JSON.stringify(odd)}`)
  const areas = [...new Set(values.flatMap(({ area }) => area ?? []))]
  const units = [...new Set(values.flatMap(({ unit }) => unit ?? []))]
  const rows = rowsAs<{ kinds: number; nested: boolean }>(
    await tx.client.query(
      `WITH RECURSIVE above AS (
         SELECT parent_id AS id FROM unit WHERE id = ANY ($2::bigint[])
         UNION SELECT u.parent_id FROM unit u JOIN above a ON a.id = u.id)
       SELECT (SELECT count(DISTINCT kind) FROM area WHERE id = ANY ($1::bigint[])) AS kinds,
         EXISTS (SELECT FROM above WHERE id = ANY ($2::bigint[])) AS nested`,
      [areas, units],
    ),
  )
  if ((rows[0]?.kinds ?? 0) > 1) throw new Error(`${code} is broken down by more than one kind of area.`)
  if (rows[0]?.nested === true) throw new Error(`${code} is broken down by units that lie within one another.`)
}

async function upsert(tx: Tx, { code, version }: Measure, { values, sourceAt }: Computed): Promise<void> {
  await tx.client.query(
    `INSERT INTO measure_value (measure, version, month, area_id, unit_id, numerator, denominator, unknown, source_at, computed_at)
     SELECT $1, $2, given.*, $3::timestamptz, $4::timestamptz
     FROM unnest($5::date[], $6::bigint[], $7::bigint[], $8::float8[], $9::float8[], $10::float8[]) AS given
     ON CONFLICT (measure, version, month, area_id, unit_id) DO UPDATE SET numerator = excluded.numerator,
       denominator = excluded.denominator, unknown = excluded.unknown, source_at = excluded.source_at,
       computed_at = excluded.computed_at`,
    [code, version, sourceAt, tx.now, ...columnsOf(values)],
  )
}

async function removeOthers(
  tx: Tx,
  { code, version }: Measure,
  values: readonly MeasureValue[],
  from: CivilMonth | null,
): Promise<number> {
  const [months, areas, units] = columnsOf(values)
  const { rowCount } = await tx.client.query(
    `DELETE FROM measure_value v WHERE measure = $1 AND version = $2 AND ($3::text IS NULL OR month >= ($3 || '-01')::date)
       AND (month, coalesce(area_id, 0), coalesce(unit_id, 0)) NOT IN (SELECT given.month, coalesce(area, 0), coalesce(unit, 0)
         FROM unnest($4::date[], $5::bigint[], $6::bigint[]) AS given (month, area, unit))`,
    [code, version, from, months, areas, units],
  )
  return rowCount ?? 0
}

function columnsOf(values: readonly MeasureValue[]) {
  return [
    values.map(({ month }) => `${month}-01`),
    values.map(({ area }) => area),
    values.map(({ unit }) => unit),
    values.map(({ numerator }) => numerator),
    values.map(({ denominator }) => denominator),
    values.map(({ unknown }) => unknown),
  ] as const
}
