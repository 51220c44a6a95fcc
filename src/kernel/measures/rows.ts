import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Measure } from './define.ts'

/** A stored figure, nothing withheld: for the rules only, never for a page. */
export interface ValueRow {
  readonly measure: string
  readonly month: CivilMonth
  readonly area: number | null
  readonly unit: number | null
  readonly numerator: number
  readonly denominator: number | null
  readonly unknown: number
  readonly sourceAt: Date | null
  readonly computedAt: Date
  /** The day on which a demonstration's data ends. */
  readonly asOf: string | null
}

const COLUMNS = `v.measure, to_char(v.month, 'YYYY-MM') AS month, v.area_id AS area, v.unit_id AS unit, v.numerator,
  v.denominator, v.unknown, v.source_at AS "sourceAt", v.computed_at AS "computedAt", i.as_of AS "asOf"`

/** The whole force's figures of these measures, each in its own version, in order of time. One statement. */
export async function forceRows(tx: Tx, measures: readonly Measure[]): Promise<readonly ValueRow[]> {
  return rowsAs<ValueRow>(
    await tx.client.query(
      `SELECT ${COLUMNS} FROM unnest($1::text[], $2::integer[]) AS asked (measure, version)
         JOIN measure_value v ON v.measure = asked.measure AND v.version = asked.version
         CROSS JOIN installation i
       WHERE v.area_id IS NULL AND v.unit_id IS NULL ORDER BY v.measure, v.month`,
      [measures.map(({ code }) => code), measures.map(({ version }) => version)],
    ),
  )
}

/** All figures of one measure: the whole force's, and by area or by unit. `within`: of these months only, both included. One statement. */
export async function tableRows(
  tx: Tx,
  measure: Measure,
  by: 'area' | 'unit',
  within: { readonly from: CivilMonth; readonly to: CivilMonth } | null,
): Promise<readonly ValueRow[]> {
  return rowsAs<ValueRow>(
    await tx.client.query(
      `SELECT ${COLUMNS} FROM measure_value v CROSS JOIN installation i
       WHERE v.measure = $1 AND v.version = $2 AND v.${by === 'area' ? 'unit_id' : 'area_id'} IS NULL
         AND ($3::text IS NULL OR v.month BETWEEN ($3 || '-01')::date AND ($4 || '-01')::date)
       ORDER BY v.month, v.area_id NULLS FIRST, v.unit_id NULLS FIRST`,
      [measure.code, measure.version, within?.from, within?.to],
    ),
  )
}
