import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import type { PairVerdict } from './verdict.ts'

export interface Written {
  /** New, or asked again. */
  readonly proposed: number
  /** Of the new ones: in which compartments somebody is. */
  readonly hidden: readonly number[]
}

/**
 * Puts pairs before the reviewers, as the matcher. What waits already is brought up to date. What was decided to be two is asked
 * again only where what is known of either changed and they are more alike by three bits, eight times the odds, than they were;
 * what is one already is left.
 */
export async function writeProposals(
  tx: Pick<Tx, 'client' | 'now'>,
  kind: MatchedKind,
  model: string,
  verdicts: readonly PairVerdict[],
): Promise<Written> {
  if (verdicts.length === 0) return { proposed: 0, hidden: [] }
  const rows = rowsAs<{ compartments: readonly number[]; asked: boolean }>(
    await tx.client.query(WRITE, [
      kind,
      model,
      tx.now,
      JSON.stringify(
        verdicts.map(({ left, right, bits, probability, reasons, marking, compartments, facts }) => ({
          l: left,
          r: right,
          weight: bits,
          probability,
          reasons,
          marking,
          compartments,
          facts,
        })),
      ),
    ]),
  )
  const asked = rows.filter((row) => row.asked)
  return { proposed: asked.length, hidden: [...new Set(asked.flatMap(({ compartments }) => compartments))] }
}

const WRITE = `
  INSERT INTO match_proposal AS m (id, kind, left_party, right_party, weight, probability, reasons, model, stage, proposed_at, facts,
    marking, compartment_ids)
  SELECT gen_random_uuid(), $1, v.l, v.r, v.weight, v.probability, v.reasons, $2, 'open', $3, v.facts, v.marking, v.compartments
  FROM jsonb_to_recordset($4::jsonb) AS v (l bigint, r bigint, weight float8, probability float8, reasons jsonb, marking text,
      compartments bigint[], facts text)
    JOIN party a ON a.id = v.l JOIN party b ON b.id = v.r
  WHERE a.identity_id <> b.identity_id
  ON CONFLICT (left_party, right_party) DO UPDATE SET
    weight = excluded.weight, probability = excluded.probability, reasons = excluded.reasons, model = excluded.model,
    facts = excluded.facts, marking = excluded.marking, compartment_ids = excluded.compartment_ids, version = m.version + 1,
    stage = 'open', proposed_at = CASE m.stage WHEN 'different' THEN excluded.proposed_at ELSE m.proposed_at END
  WHERE m.facts IS DISTINCT FROM excluded.facts AND (
    (m.stage = 'open' AND m.proposed_by IS NULL)
    OR (m.stage = 'different' AND m.facts IS NOT NULL AND excluded.weight >= coalesce(m.weight, excluded.weight - 3) + 3))
  RETURNING m.compartment_ids AS compartments, m.proposed_at = $3 AS asked`
