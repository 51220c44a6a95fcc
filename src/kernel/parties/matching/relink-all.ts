import type { Store } from '#platform/db/transaction.ts'
import { MATCHED_KINDS, type MatchedKind } from '../identities/proposal.ts'
import { relinkKind, type Progress, type Relinked } from './relink.ts'

export type { Relinked } from './relink.ts'

/** Goes through every kind, one after the other. */
export async function relinkAll(
  store: Store,
  progress: Progress,
  kinds: readonly MatchedKind[] = MATCHED_KINDS,
): Promise<readonly Relinked[]> {
  const done: Relinked[] = []
  for (const kind of kinds) done.push(await relinkKind(store, kind, progress, () => performance.now()))
  return done
}
