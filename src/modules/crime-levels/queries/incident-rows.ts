import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { resolutionOf, type Hexagon } from '#calculations/hexagons/hexagons.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PlacePrecision, Source, When } from '../rules/precision-words.ts'
import type { Counting } from './counts.ts'

/** The rows behind one number. */
export interface IncidentsWanted {
  readonly counting: Counting
  /** Complete months only, as they are counted. */
  readonly months: readonly CivilMonth[]
  readonly where: Where
}

/** The whole of what was published, placed or not; one area; one cell; or what lies in no area of a kind. */
export type Where =
  | { readonly in: 'whole' }
  | { readonly in: 'area'; readonly area: number }
  | { readonly in: 'cell'; readonly cell: Hexagon; readonly area: number | null }
  | { readonly in: 'elsewhere'; readonly kind: AreaKind }

export interface Incident extends When {
  readonly id: number
  readonly category: string
  readonly place: string
  readonly placePrecision: PlacePrecision
  readonly outcome: string | null
  readonly source: Source
  readonly reference: string | null
}

export const INCIDENTS_A_PAGE = 50

/**
 * The condition that chooses the rows, for `occurrence o`, with its values. Rows in a compartment are in no published count,
 * so they are in no list of one either.
 */
export function incidentsWhere({ counting, months, where }: IncidentsWanted): {
  readonly sql: string
  readonly values: readonly unknown[]
} {
  const days = months.map((month) => `${month}-01`)
  const [place, value] = placeSql(where)
  return {
    sql: `o.publisher = $1 AND o.month = ANY ($4::date[]) AND o.source = $2 AND o.category = ANY ($3)
      AND o.compartment_id IS NULL ${place}`,
    values: [counting.publisher, counting.source, counting.categories, days, ...value],
  }
}

function placeSql(where: Where): readonly [string, readonly unknown[]] {
  if (where.in === 'whole') return ['', []]
  if (where.in === 'area') return [`AND o.location_id IN (${IN_AREA} = $5)`, [where.area]]
  if (where.in === 'elsewhere') return [`AND NOT EXISTS (${IN_KIND})`, [where.kind]]
  const column = resolutionOf(where.cell) === 8 ? 'cell8' : 'cell9'
  const inCell = `SELECT id FROM location WHERE ${column} = $5`
  return where.area === null
    ? [`AND o.location_id IN (${inCell})`, [where.cell]]
    : [`AND o.location_id IN (${inCell} INTERSECT ${IN_AREA} = $6)`, [where.cell, where.area]]
}

const IN_KIND = `SELECT FROM location_area l JOIN area a ON a.id = l.area_id
  WHERE l.location_id = o.location_id AND a.kind = $5 AND a.valid_to IS NULL`
const IN_AREA = 'SELECT location_id FROM location_area WHERE area_id'

/**
 * How many of them were counted, whoever looks: from the read model for the whole and for an area. Null elsewhere, where no
 * count was published. One statement.
 */
export async function publishedCount(tx: Tx, { counting, months, where }: IncidentsWanted): Promise<number | null> {
  if (where.in !== 'whole' && where.in !== 'area') return null
  const rows = rowsAs<{ count: number }>(
    await tx.client.query(
      `SELECT coalesce(sum(incidents), 0)::integer AS count FROM monthly_count
       WHERE publisher = $1 AND source = $2 AND category = ANY ($3) AND month = ANY ($4::date[])
         AND ${where.in === 'whole' ? 'area_id IS NULL' : 'area_id = $5'}`,
      [
        counting.publisher,
        counting.source,
        counting.categories,
        months.map((month) => `${month}-01`),
        ...(where.in === 'area' ? [where.area] : []),
      ],
    ),
  )
  return rows[0]?.count ?? 0
}

/** How many of them this reader may open. One statement, from the index alone. */
export async function countIncidents(tx: Tx, wanted: IncidentsWanted): Promise<number> {
  const { sql, values } = incidentsWhere(wanted)
  const rows = rowsAs<{ count: number }>(
    await tx.client.query(`SELECT count(*) AS count FROM occurrence o WHERE ${sql}`, [...values]),
  )
  return rows[0]?.count ?? 0
}

/** One page of them, the latest month first. One statement; rows are chosen from the index, and fifty are read. */
export async function incidentsPage(tx: Tx, wanted: IncidentsWanted, page: number): Promise<readonly Incident[]> {
  const { sql, values } = incidentsWhere(wanted)
  return rowsAs<IncidentRow>(
    await tx.client.query(
      `WITH chosen AS MATERIALIZED (
         SELECT o.month, o.id FROM occurrence o WHERE ${sql} ORDER BY o.month DESC, o.id DESC
         LIMIT ${INCIDENTS_A_PAGE} OFFSET ${Math.max(0, page - 1) * INCIDENTS_A_PAGE}
       )
       SELECT ${INCIDENT_COLUMNS} FROM chosen JOIN occurrence o ON o.id = chosen.id ORDER BY o.month DESC, o.id DESC`,
      [...values],
    ),
  ).map(incidentFrom)
}

/** Instants come as Date. */
export interface IncidentRow extends Omit<Incident, 'from' | 'to'> {
  readonly from: Date
  readonly to: Date
}

export const INCIDENT_COLUMNS = `o.id, o.category, o.happened_from AS "from", o.happened_to AS "to", o.precision,
  to_char(o.month, 'YYYY-MM') AS month, o.location_text AS place, o.location_precision AS "placePrecision", o.outcome,
  o.source, o.external_reference AS reference`

export function incidentFrom(row: IncidentRow): Incident {
  return { ...row, from: row.from.toISOString(), to: row.to.toISOString() }
}
