import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { FindingSummary } from './finding-model.ts'

export type ClaimStanding = Pick<FindingSummary, 'claim' | 'everOverridden'>

/** For each finding with a claim: the one that stands, and whether there was ever one against the measure. */
export async function claimsOf(tx: Tx, findings: readonly string[]): Promise<ReadonlyMap<string, ClaimStanding>> {
  const rows = rowsAs<{ finding: string; held: boolean | null; everOverridden: boolean }>(
    await tx.client.query(
      `SELECT finding_id AS finding, bool_or(NOT held) AS "everOverridden",
        (array_agg(held ORDER BY claimed_at DESC) FILTER (WHERE withdrawn_at IS NULL))[1] AS held
      FROM finding_claim WHERE finding_id = ANY ($1) GROUP BY finding_id`,
      [findings],
    ),
  )
  return new Map(
    rows.map(({ finding, held, everOverridden }) => {
      const claim = held === null ? 'none' : held ? 'held' : 'overridden'
      return [finding, { claim, everOverridden }] as const
    }),
  )
}
