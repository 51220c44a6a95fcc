import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { decideOn } from './decide.ts'
import { lockIdentities } from './identity-lock.ts'
import type { ProposalRow } from './proposal.ts'

/**
 * Takes a party out of its identity: every decision that holds it there is decided to be different. Where somebody flagged is
 * among them each waits for a second person. Throws NotFound, RuleRefused (IDN01, IDN03, IDN06).
 */
export async function splitOff(tx: Tx, party: number, reason: string): Promise<readonly ProposalRow[]> {
  await lockIdentities(tx)
  const [there] = rowsAs<{ id: number }>(await tx.client.query('SELECT id FROM party WHERE id = $1', [party]))
  if (there === undefined) throw new NotFound({ kind: 'party', id: String(party) })
  const ties = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT id FROM match_proposal WHERE stands AND stage = 'same' AND (left_party = $1 OR right_party = $1) ORDER BY id`,
      [party],
    ),
  )
  if (ties.length === 0)
    throw new RuleRefused('IDN06', 'Nothing that you may undo holds this record together with another.')
  const decided: ProposalRow[] = []
  for (const { id } of ties) decided.push(await decideOn(tx, id, { verdict: 'different', reason, version: null }))
  return decided
}

/** The proposal that a change of identities came of. Throws NotFound. */
export async function proposalOfChange(tx: Tx, change: string): Promise<string> {
  const [row] = rowsAs<{ proposal: string | null }>(
    await tx.client.query('SELECT proposal_id AS proposal FROM identity_change WHERE id = $1', [change]),
  )
  if (row === undefined || row.proposal === null) throw new NotFound({ kind: 'identity-change', id: change })
  return row.proposal
}
