import { endVictimPage } from '#platform/access/victim-session.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { readWhyNoPage } from '../queries/page-facts.ts'

/** After something about a victim was written down that speaks against a page (VCP01): what is open of it ends at once. */
export async function closeWhereRefused(tx: Tx, victim: string): Promise<void> {
  if ((await readWhyNoPage(tx, victim)).length > 0) await endVictimPage(tx, victim, 'unsafe')
}
