import type { Marking } from '#platform/access/reader.ts'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** Kinds of parties that may be one and the same by a decision. A vehicle and a phone are what their marks and numbers say. */
export const MATCHED_KINDS = ['person', 'organisation', 'address'] as const
export type MatchedKind = (typeof MATCHED_KINDS)[number]

export const VERDICTS = ['same', 'different'] as const
export type Verdict = (typeof VERDICTS)[number]

export const PROPOSAL_STAGES = {
  open: 'Waits for a decision',
  'second-needed': 'Waits for a second person',
  same: 'The same',
  different: 'Not the same',
} as const
export type ProposalStage = keyof typeof PROPOSAL_STAGES

/** Two parties that may be one, under the guards of both. */
export interface Pair {
  readonly id: string
  readonly left: number
  readonly right: number
  readonly marking: Marking
  readonly compartments: readonly number[]
}

export interface ProposalRow extends Pair {
  readonly kind: MatchedKind
  /** log2 of the odds; null where a person proposed it and the matcher did not. */
  readonly weight: number | null
  readonly probability: number | null
  readonly stage: ProposalStage
  readonly stands: boolean
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly firstBy: string | null
  readonly firstAt: Date | null
  readonly firstVerdict: Verdict | null
  readonly firstReason: string | null
  readonly secondBy: string | null
  readonly secondAt: Date | null
  readonly secondReason: string | null
  readonly version: number
}

/** What a pair is put in order by: how sure the matcher is; what a person proposed stands before all. */
export const PROPOSAL_RANK = `(CASE WHEN m.proposed_by IS NULL THEN m.weight ELSE 'Infinity' END)`

export const proposalId = z.uuid({ error: 'This is not the reference of a proposal' })

export const PROPOSAL_COLUMNS = `m.id, m.kind, m.left_party AS "left", m.right_party AS "right", m.weight, m.probability, m.stage,
  m.stands, m.marking, m.compartment_ids AS compartments, m.proposed_by AS "proposedBy", m.proposed_at AS "proposedAt",
  m.first_by AS "firstBy", m.first_at AS "firstAt", m.first_verdict AS "firstVerdict", m.first_reason AS "firstReason",
  m.second_by AS "secondBy", m.second_at AS "secondAt", m.second_reason AS "secondReason", m.version`

/** Throws NotFound, whether there is none or it is not open to this reader. */
export async function getProposal(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ProposalRow> {
  const [row] = rowsAs<ProposalRow>(
    await tx.client.query(`SELECT ${PROPOSAL_COLUMNS} FROM match_proposal m WHERE m.id = $1 ${lock}`, [id]),
  )
  if (row === undefined) throw new NotFound({ kind: 'match-proposal', id })
  return row
}
