import type { Tx } from '#platform/db/transaction.ts'
import { findLastSeal } from './sealer.ts'
import type { Seal } from './seal.ts'

/** How far sealing is behind. Wants a reader who may read the audit: an auditor, or a service. */
export interface SealLag {
  readonly last: Seal | null
  /** Counted up to 10,001. */
  readonly unsealedRows: number
  /**
   * For how long the oldest row that is not sealed yet can have waited; 0 when there is none. A row may tell of long ago (a
   * demonstration's year of work): none waits for longer than since the last seal, or since the audit was begun.
   */
  readonly seconds: number
}

export async function sealLag(tx: Tx): Promise<SealLag> {
  const last = await findLastSeal(tx)
  const { rows } = await tx.client.query<{ unsealed: number; oldest: Date | null }>(
    `SELECT count(*) AS unsealed, greatest(min(at), $3, (SELECT max(started_at) FROM audit_era)) AS oldest FROM (
      SELECT at FROM audit_event WHERE (era, xact) >= ($1::integer, $2::xid8) ORDER BY era, xact, id LIMIT 10001
    ) AS waiting`,
    [last?.era ?? 0, last?.toXact ?? '0', last?.sealedAt ?? null],
  )
  const unsealedRows = rows[0]?.unsealed ?? 0
  const oldest = rows[0]?.oldest ?? null
  const seconds = unsealedRows === 0 || oldest === null ? 0 : Math.max(0, (tx.now.getTime() - oldest.getTime()) / 1000)
  return { last, unsealedRows, seconds }
}
