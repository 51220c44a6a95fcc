import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import { valueOf } from '#kernel/measures/rules/mea01-value.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export interface Version {
  readonly version: number
  readonly from: CivilMonth
  readonly to: CivilMonth
}

/** A figure as somebody relied on it. */
export interface Snapshot {
  readonly id: string
  readonly version: number
  readonly month: CivilMonth
  readonly value: number | null
  readonly frozenAt: string
  readonly frozenBy: string
  readonly purpose: string
}

const SNAPSHOTS = 10

interface History {
  readonly versions: readonly Version[]
  readonly snapshots: readonly (Omit<Snapshot, 'value'> & { numerator: number; denominator: number | null })[]
}

/** Under which versions there are figures, and the latest ten that were frozen. One statement. */
export async function historyOf(
  tx: Tx,
  { code, unit }: Measure,
): Promise<{ readonly versions: readonly Version[]; readonly snapshots: readonly Snapshot[] }> {
  const row = rowsAs<History>(await tx.client.query(SQL, [code]))[0]
  const snapshots = (row?.snapshots ?? []).map(({ numerator, denominator, ...rest }) => ({
    ...rest,
    frozenAt: new Date(rest.frozenAt).toISOString(),
    value: valueOf(unit, { month: rest.month, numerator, denominator }),
  }))
  return { versions: row?.versions ?? [], snapshots }
}

const SQL = `
  SELECT (SELECT coalesce(json_agg(v ORDER BY v.version DESC), '[]') FROM (
      SELECT version, to_char(min(month), 'YYYY-MM') AS "from", to_char(max(month), 'YYYY-MM') AS "to"
      FROM measure_value WHERE measure = $1 AND area_id IS NULL AND unit_id IS NULL GROUP BY version) v) AS versions,
    (SELECT coalesce(json_agg(s ORDER BY s."frozenAt" DESC), '[]') FROM (
      SELECT m.id, m.version, to_char(m.month, 'YYYY-MM') AS month, m.numerator, m.denominator, m.frozen_at AS "frozenAt",
        a.name AS "frozenBy", m.purpose
      FROM measure_snapshot m JOIN account a ON a.id = m.frozen_by
      WHERE m.measure = $1 ORDER BY m.frozen_at DESC LIMIT ${SNAPSHOTS}) s) AS snapshots`
