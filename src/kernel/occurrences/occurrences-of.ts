import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** What one number was counted from. */
export interface OccurrencesAsked {
  readonly publisher: string
  /** Null for the whole of what was published, placed or not. */
  readonly area: number | null
  /** First and last month, both included: `2018-06`. */
  readonly from: string
  readonly to: string
  /** All of them where empty. */
  readonly categories: readonly string[]
  /** From 1. */
  readonly page: number
}

export interface OccurrenceRow {
  readonly id: number
  readonly source: string
  readonly kind: 'crime' | 'asb'
  readonly category: string
  readonly month: string
  readonly locationText: string
  readonly locationPrecision: 'exact' | 'snapped' | 'none'
  readonly longitude: number | null
  readonly latitude: number | null
  readonly lsoaCode: string | null
  readonly reference: string | null
  readonly outcome: string | null
}

export const OCCURRENCES_A_PAGE = 50

/** One page of the rows behind a count, latest month first, and how many there are in all that the reader may open. */
export async function occurrencesOf(
  tx: Tx,
  asked: OccurrencesAsked,
): Promise<{ readonly total: number; readonly rows: readonly OccurrenceRow[] }> {
  const values = [asked.publisher, asked.from, asked.to, asked.categories, asked.area]
  const counted = rowsAs<{ total: number }>(await tx.client.query(`SELECT count(*) AS total ${FROM}`, values))
  const rows = rowsAs<OccurrenceRow>(
    await tx.client.query(
      `SELECT o.id, o.source, o.kind, o.category, to_char(o.month, 'YYYY-MM') AS month, o.location_text AS "locationText",
         o.location_precision AS "locationPrecision", l.longitude, l.latitude, o.lsoa_code AS "lsoaCode",
         o.external_reference AS reference, o.outcome
       ${FROM} ORDER BY o.month DESC, o.id LIMIT $6 OFFSET $7`,
      [...values, OCCURRENCES_A_PAGE, (asked.page - 1) * OCCURRENCES_A_PAGE],
    ),
  )
  return { total: counted[0]?.total ?? 0, rows }
}

const FROM = `FROM occurrence o LEFT JOIN location l ON l.id = o.location_id
  WHERE o.publisher = $1 AND o.month BETWEEN ($2 || '-01')::date AND ($3 || '-01')::date
    AND (cardinality($4::text[]) = 0 OR o.category = ANY ($4))
    AND ($5::bigint IS NULL OR o.location_id IN (SELECT location_id FROM location_area WHERE area_id = $5))`
