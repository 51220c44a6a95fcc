import { randomUUID } from 'node:crypto'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from './as-matcher.ts'
import { refuseOn } from '../../organisation/rules/rule.ts'
import type { MatchedKind } from './proposal.ts'
import { twoOfAKind } from './rules/idn02-two-of-a-kind.ts'

interface Side {
  readonly id: number
  readonly kind: MatchedKind
  readonly marking: Marking
  readonly compartment: number | null
}

/**
 * Puts two parties that somebody takes for one before the reviewers, under the guards of both. Where the matcher put them there
 * already the person's word is added; where a person did, nothing. Gives the proposal's id. Throws NotFound, RuleRefused (IDN02, IDN05).
 */
export async function proposePair(tx: Tx, one: number, other: number, reason: string): Promise<string> {
  if (tx.reader.account === null) throw new Forbidden()
  const [left, right] = [await sideOf(tx, Math.min(one, other)), await sideOf(tx, Math.max(one, other))]
  refuseOn(twoOfAKind(left, right))
  const known = await standing(tx, left.id, right.id)
  if (known !== undefined) {
    await sayAsWell(tx, known, reason)
    return known
  }
  const id = randomUUID()
  const sensitive = [left, right].some(({ marking }) => marking === 'OFFICIAL-SENSITIVE')
  await tx.client.query(
    `INSERT INTO match_proposal (id, kind, left_party, right_party, stage, proposed_by, proposed_at, proposed_reason, marking,
      compartment_ids) VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9)
    ON CONFLICT (left_party, right_party) DO NOTHING`,
    [
      id,
      left.kind,
      left.id,
      right.id,
      tx.reader.account,
      tx.now,
      reason,
      sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      [...new Set([left, right].flatMap(({ compartment }) => compartment ?? []))],
    ],
  )
  // Somebody else may have put them there in this very moment.
  return (await standing(tx, left.id, right.id)) ?? id
}

/** What the matcher proposed is a person's from now on, with their reason; a person's stays theirs. */
async function sayAsWell(tx: Tx, proposal: string, reason: string): Promise<void> {
  await asMatcher(tx, () =>
    tx.client.query(
      `UPDATE match_proposal SET proposed_by = $2, proposed_at = $3, proposed_reason = $4, version = version + 1
       WHERE id = $1 AND stage = 'open' AND proposed_by IS NULL`,
      [proposal, tx.reader.account, tx.now, reason],
    ),
  )
}

/** The proposal of these two where it waits. IDN05: what was decided is for a reviewer to decide anew. */
async function standing(tx: Tx, left: number, right: number): Promise<string | undefined> {
  const [row] = rowsAs<{ id: string; stage: string }>(
    await tx.client.query('SELECT id, stage FROM match_proposal WHERE left_party = $1 AND right_party = $2', [
      left,
      right,
    ]),
  )
  if (row?.stage === 'same') throw new RuleRefused('IDN05', 'These are one already.')
  if (row?.stage === 'different')
    throw new RuleRefused(
      'IDN05',
      'A reviewer decided that these are two. Tell an identity reviewer what is new: they can decide again.',
    )
  return row?.id
}

async function sideOf(tx: Tx, id: number): Promise<Side> {
  const [row] = rowsAs<Side>(
    await tx.client.query(`SELECT id, kind, marking, compartment_id AS compartment FROM party WHERE id = $1`, [id]),
  )
  if (row === undefined) throw new NotFound({ kind: 'party', id: String(id) })
  return row
}
