import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import { tellCustodians } from '../identities/custodians.ts'
import { MATCHED_KINDS } from '../identities/proposal.ts'
import { matchStored } from './match-one.ts'
import { findModel } from './models.ts'
import { writeProposals } from './write-proposals.ts'

/**
 * Compares a party that is new, or that its source changed, with the whole store, and puts those that may be one with it before
 * the reviewers; where somebody hidden is among them the custodian is told. Safe to do twice. Gives how many were proposed; none
 * of a kind that is not matched, and none before a model was learnt.
 */
export async function matchParty(tx: Tx, party: number): Promise<number> {
  return asMatcher(tx, async () => {
    const [row] = rowsAs<{ kind: string }>(await tx.client.query('SELECT kind FROM party WHERE id = $1', [party]))
    const kind = MATCHED_KINDS.find((one) => one === row?.kind)
    const kept = kind === undefined ? null : await findModel(tx, kind)
    if (kind === undefined || kept === null) return 0
    const written = await writeProposals(tx, kind, kept.id, await matchStored(tx, kind, party, kept))
    await tellCustodians(tx, written.hidden, 'identity.hidden-match')
    return written.proposed
  })
}
