import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { PartyKind } from '#kernel/parties/words.ts'
import type { CandidateView } from './candidate-model.ts'

type Row = Omit<CandidateView, 'foundAt' | 'decidedAt' | 'party' | 'plan'> & {
  readonly foundAt: Date
  readonly decidedAt: Date | null
  readonly party: number | null
  readonly partyKind: PartyKind | null
  readonly label: string | null
  readonly plan: string | null
  readonly reference: string | null
  readonly planTitle: string | null
}

/** Which: by state, kind and area, by id, or by the plan that they belong to. */
export interface CandidatesWanted {
  readonly ids?: readonly string[]
  readonly state?: string | null
  readonly kind?: string | null
  readonly area?: number | null
  readonly plan?: string
  /** In this area or in one that lies in it. */
  readonly within?: number
}

/**
 * The patterns in this reader's reach, those with most rows first. One about somebody whom the reader may not see is not
 * there, and one of which they may open no row neither.
 */
export async function findCandidates(tx: Tx, wanted: CandidatesWanted): Promise<readonly CandidateView[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT c.id, c.kind, c.category, c.cell, coalesce(w.place, '') AS place, c.party_id AS party, p.kind AS "partyKind",
        p.label, c.area_id AS area, a.name AS "areaName", c.first_on::text AS "firstOn", c.last_on::text AS "lastOn", w.rows,
        c.expected, c.q, c.found_at AS "foundAt", c.state, d.name AS "decidedBy", c.decided_at AS "decidedAt", c.reason,
        r.id AS plan, r.reference, r.title AS "planTitle", c.merged_into AS "mergedInto", c.marking, c.version
      FROM problem_candidate c JOIN area a ON a.id = c.area_id LEFT JOIN party p ON p.id = c.party_id
        LEFT JOIN account d ON d.id = c.decided_by LEFT JOIN record r ON r.id = c.plan_id
        CROSS JOIN LATERAL (
          SELECT count(*)::integer AS rows, mode() WITHIN GROUP (ORDER BY nullif(o.location_text, '')) AS place
          FROM problem_candidate_row cr JOIN occurrence o ON o.id = cr.occurrence_id WHERE cr.candidate_id = c.id) AS w
      WHERE ($1::uuid[] IS NULL OR c.id = ANY ($1)) AND ($2::text IS NULL OR c.state = $2) AND ($3::text IS NULL OR c.kind = $3)
        AND ($4::bigint IS NULL OR c.area_id = $4) AND ($5::uuid IS NULL OR c.plan_id = $5)
        AND ($6::bigint IS NULL
          OR c.area_id = ANY (ARRAY(SELECT inner_area FROM area_nesting WHERE outer_area = $6::bigint) || $6::bigint))
        AND (c.party_id IS NULL OR p.id IS NOT NULL) AND w.rows > 0
      ORDER BY c.q NULLS LAST, w.rows DESC, c.id`,
      [
        wanted.ids ?? null,
        wanted.state ?? null,
        wanted.kind ?? null,
        wanted.area ?? null,
        wanted.plan ?? null,
        wanted.within ?? null,
      ],
    ),
  )
  return rows.map(viewOf)
}

function viewOf({ party, partyKind, label, plan, reference, planTitle, ...row }: Row): CandidateView {
  return {
    ...row,
    foundAt: row.foundAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    party: party === null || partyKind === null || label === null ? null : { id: party, kind: partyKind, label },
    plan: plan === null || reference === null || planTitle === null ? null : { id: plan, reference, title: planTitle },
  }
}
