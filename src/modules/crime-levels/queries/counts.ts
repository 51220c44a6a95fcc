import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { Period } from '../rules/months.ts'
import type { Source } from '../rules/precision-words.ts'

/** What is counted: rows of one source, so that none counts twice. */
export interface Counting {
  readonly publisher: string
  readonly source: Source
  readonly categories: readonly string[]
}

export interface WholeCount {
  readonly publisher: string
  readonly month: CivilMonth
  /** Of the categories asked for, and of anti-social behaviour besides. */
  readonly incidents: number
  readonly asb: number
}

/** What each force published by month, placed or not. One statement. */
export async function wholeCounts(
  tx: Tx,
  { source, categories }: Omit<Counting, 'publisher'>,
  period: Period,
): Promise<readonly WholeCount[]> {
  return rowsAs<WholeCount>(
    await tx.client.query(
      `SELECT publisher, to_char(month, 'YYYY-MM') AS month,
         coalesce(sum(incidents) FILTER (WHERE category = ANY ($2)), 0)::integer AS incidents,
         coalesce(sum(incidents) FILTER (WHERE category = $5), 0)::integer AS asb
       FROM monthly_count
       WHERE area_id IS NULL AND source = $1 AND month BETWEEN ($3 || '-01')::date AND ($4 || '-01')::date
       GROUP BY publisher, month ORDER BY publisher, month`,
      [source, categories, period.from, period.to, ASB],
    ),
  )
}

export interface AreaTotal {
  readonly id: number
  readonly kind: AreaKind
  readonly code: string
  readonly name: string
  readonly schematic: boolean
  /** The local authority that it lies in, or null. */
  readonly within: string | null
  readonly count: number
  /** Null where it has none, or none was asked for. */
  readonly geometry: AreaGeometry | null
}

/** The live areas of a kind with what was counted in each over the period, and the force's own area. One statement. */
export async function areaTotals(
  tx: Tx,
  counting: Counting,
  period: Period,
  areas: {
    readonly kind: AreaKind | null
    readonly forceCodes: readonly string[]
    readonly outlines: 'all' | 'force' | 'none'
  },
): Promise<readonly AreaTotal[]> {
  return rowsAs<AreaTotal>(
    await tx.client.query(
      `WITH asked AS (
         SELECT id, kind, code, name, schematic,
           CASE WHEN kind IN ('ward', 'neighbourhood') THEN (SELECT o.name FROM area_nesting n JOIN area o ON o.id = n.outer_area
             WHERE n.inner_area = area.id AND o.kind = 'local-authority' AND o.valid_to IS NULL LIMIT 1) END AS within,
           CASE WHEN $8 = 'all' OR ($8 = 'force' AND kind = 'force') THEN boundary END AS geometry
         FROM area
         WHERE valid_to IS NULL AND (kind = $6 OR (kind = 'force' AND code = ANY ($7)))
       ), counted AS (
         SELECT area_id, sum(incidents)::integer AS count FROM monthly_count
         WHERE area_id = ANY (ARRAY(SELECT id FROM asked)) AND publisher = $1 AND source = $2 AND category = ANY ($3)
           AND month BETWEEN ($4 || '-01')::date AND ($5 || '-01')::date
         GROUP BY area_id
       )
       SELECT asked.*, coalesce(counted.count, 0) AS count
       FROM asked LEFT JOIN counted ON counted.area_id = asked.id ORDER BY name, code`,
      [...values(counting, period), areas.kind, areas.forceCodes, areas.outlines],
    ),
  )
}

export interface AreaMonth {
  readonly area: number
  readonly month: CivilMonth
  readonly incidents: number
}

/** Events by month in each of some areas; months without any are left out. One statement. */
export async function areaMonths(
  tx: Tx,
  counting: Counting,
  period: Period,
  areas: readonly number[],
): Promise<readonly AreaMonth[]> {
  return rowsAs<AreaMonth>(
    await tx.client.query(
      `SELECT area_id AS area, to_char(month, 'YYYY-MM') AS month, sum(incidents)::integer AS incidents
       FROM monthly_count
       WHERE area_id = ANY ($6) AND publisher = $1 AND source = $2 AND category = ANY ($3)
         AND month BETWEEN ($4 || '-01')::date AND ($5 || '-01')::date
       GROUP BY area_id, month`,
      [...values(counting, period), areas],
    ),
  )
}

export interface CategoryMonth {
  readonly category: string
  readonly month: CivilMonth
  readonly incidents: number
}

/** Events in one area by category and month; months without any are left out. One statement. */
export async function categoryMonths(
  tx: Tx,
  counting: Omit<Counting, 'categories'>,
  period: Period,
  area: number,
): Promise<readonly CategoryMonth[]> {
  return rowsAs<CategoryMonth>(
    await tx.client.query(
      `SELECT category, to_char(month, 'YYYY-MM') AS month, incidents FROM monthly_count
       WHERE area_id = $5 AND publisher = $1 AND source = $2
         AND month BETWEEN ($3 || '-01')::date AND ($4 || '-01')::date`,
      [counting.publisher, counting.source, period.from, period.to, area],
    ),
  )
}

function values({ publisher, source, categories }: Counting, { from, to }: Period) {
  return [publisher, source, categories, from, to]
}
