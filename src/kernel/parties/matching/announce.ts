import type { Tx } from '#platform/db/transaction.ts'
import { emit } from '#platform/events/emit.ts'
import { MATCHED_KINDS } from '../identities/proposal.ts'
import type { PartyKind } from '../words.ts'

/** So many are compared one by one; of more the whole store is gone through, which is then quicker. */
export const FEW_STORED = 500

/** Whether parties of this kind are compared with one another. */
export function isMatched(kind: PartyKind): boolean {
  return MATCHED_KINDS.some((matched) => matched === kind)
}

/** Asks that parties which are new, or which their source changed, be compared with all others once this is committed. */
export async function announceStored(tx: Tx, parties: readonly number[]): Promise<void> {
  if (parties.length > FEW_STORED) return emit(tx, { name: 'parties.stored', payload: {} })
  for (const party of parties) await emit(tx, { name: 'party.stored', payload: { party } })
}
