import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** "It is met": who said so of which finding, and what the measures and the evidence stood at when they did. */
export const claimMade = z.object({
  finding: z.uuid(),
  reference: z.string(),
  title: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** The measures bore it out then. */
  held: z.boolean(),
  /** Where they did not: by whose rank, and why. */
  rank: z.string().nullable(),
  reason: z.string().nullable(),
  shown: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
})
export type ClaimMade = z.output<typeof claimMade>

interface Row extends Omit<ClaimMade, 'at' | 'withdrawnAt'> {
  readonly at: Date
  readonly withdrawnAt: Date | null
}

/** Every claim on findings in this reader's reach, the newest first; those taken back too. One statement. */
export async function claimsMade(tx: Tx): Promise<readonly ClaimMade[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT c.finding_id AS finding, r.reference, r.title, a.name AS by, c.claimed_at AS at, c.held, c.rank, c.reason,
        c.shown, c.withdrawn_at AS "withdrawnAt"
      FROM finding_claim c JOIN record r ON r.id = c.finding_id JOIN account a ON a.id = c.claimed_by
      ORDER BY c.claimed_at DESC, c.id`,
    ),
  )
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }))
}
