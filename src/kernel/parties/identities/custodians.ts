import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { notify } from '../../notifications/notify.ts'

/**
 * Tells the custodians of these compartments, once each, that somebody in it was matched, or that others became one with them.
 * As the matcher: whoever does what it follows from need not know that there is a compartment.
 */
export async function tellCustodians(
  tx: Tx,
  compartments: readonly number[],
  event: 'identity.hidden-match' | 'identity.changed-around',
): Promise<void> {
  if (compartments.length === 0) return
  const kept = rowsAs<{ id: number; custodian: string }>(
    await tx.client.query('SELECT id, custodian FROM compartment WHERE id = ANY ($1) ORDER BY id', [
      [...new Set(compartments)],
    ]),
  )
  await notify(
    tx,
    ...kept.map(({ id, custodian }) => ({
      account: custodian,
      event,
      subject: { kind: 'compartment' as const, id: String(id) },
      href: `/administration/compartments/${id}`,
    })),
  )
}
