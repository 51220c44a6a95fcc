import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export interface CountsAsked {
  readonly publisher: string
  /** Areas of a kind, areas by id, or the whole of what was published, placed or not. */
  readonly areas: { readonly kind: AreaKind } | { readonly ids: readonly number[] } | 'whole'
  /** Categories; all of them where empty. */
  readonly categories: readonly string[]
  /** First and last month, both included: `2018-06`. */
  readonly from: string
  readonly to: string
}

export interface MonthlyCount {
  /** Null for the whole. */
  readonly area: number | null
  /** `2018-06` */
  readonly month: string
  readonly category: string
  readonly incidents: number
}

/**
 * Incidents by area, month and category, from the read model, in one query. What is not there is nought only for a month
 * of which something was imported.
 */
export async function countsByAreaAndMonth(tx: Tx, asked: CountsAsked): Promise<readonly MonthlyCount[]> {
  const { areas } = asked
  const ids = areas !== 'whole' && 'ids' in areas ? areas.ids : null
  const kind = areas !== 'whole' && 'kind' in areas ? areas.kind : null
  const where =
    areas === 'whole'
      ? 'm.area_id IS NULL'
      : 'm.area_id = ANY (coalesce($5::bigint[], ARRAY(SELECT id FROM area WHERE kind = $6 AND valid_to IS NULL)))'
  return rowsAs<MonthlyCount>(
    await tx.client.query(
      `SELECT m.area_id AS area, to_char(m.month, 'YYYY-MM') AS month, m.category, sum(m.incidents)::integer AS incidents
       FROM monthly_count m
       WHERE m.publisher = $1 AND m.month BETWEEN ($2 || '-01')::date AND ($3 || '-01')::date
         AND (cardinality($4::text[]) = 0 OR m.category = ANY ($4)) AND ${where}
       GROUP BY m.area_id, m.month, m.category ORDER BY m.area_id NULLS FIRST, m.month, m.category`,
      [asked.publisher, asked.from, asked.to, asked.categories, ...(areas === 'whole' ? [] : [ids, kind])],
    ),
  )
}
