import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { FoundPattern } from './pattern.ts'

/** A pattern that is stored, and what was decided on it. */
export interface Known {
  readonly id: string
  readonly state: 'open' | 'accepted' | 'rejected' | 'merged' | 'gone'
  readonly decidedFirstOn: CivilDate | null
  readonly decidedLastOn: CivilDate | null
  readonly decidedCount: number | null
  /** The plan that works on it has not ended. */
  readonly planOpen: boolean
  /** The pattern that it is part of waits for a decision, or is worked on. */
  readonly mergedOpen: boolean
}

/**
 * The stored pattern that this one is again: by its key; of a hot spot also one whose middle lies among its cells, since the
 * middle moves; of a chain also one that shares a crime with it, since its first crime falls out of time.
 */
export async function findKnown(tx: Tx, { kind, key, category, cells, rows }: FoundPattern): Promise<Known | null> {
  const again = { 'hot-spot': 'c.cell = ANY ($4)', 'near-repeat': SHARES } as const
  const same = kind === 'hot-spot' || kind === 'near-repeat' ? again[kind] : 'false'
  const [known] = rowsAs<Known>(
    await tx.client.query(
      `SELECT c.id, c.state, c.decided_first_on::text AS "decidedFirstOn", c.decided_last_on::text AS "decidedLastOn",
        c.decided_count AS "decidedCount",
        -- A plan in a compartment is not seen here: it is taken for open.
        c.plan_id IS NOT NULL AND coalesce(r.closed_at IS NULL, true) AS "planOpen",
        coalesce(m.state = 'open' OR (m.plan_id IS NOT NULL AND mr.closed_at IS NULL), false) AS "mergedOpen"
      FROM problem_candidate c LEFT JOIN record r ON r.id = c.plan_id
        LEFT JOIN problem_candidate m ON m.id = c.merged_into LEFT JOIN record mr ON mr.id = m.plan_id
      WHERE c.kind = $1 AND c.category IS NOT DISTINCT FROM $2
        AND (c.evidence_key = $3 OR (${same} AND $4::text[] IS NOT NULL AND $5::bigint[] IS NOT NULL))
      ORDER BY (c.evidence_key = $3) DESC, (c.state = 'open') DESC, c.found_at LIMIT 1`,
      [kind, category, key, cells, rows.map(({ id }) => id)],
    ),
  )
  return known ?? null
}

const SHARES = `EXISTS (SELECT FROM problem_candidate_row w WHERE w.candidate_id = c.id AND w.occurrence_id = ANY ($5))`
