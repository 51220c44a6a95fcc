import { readOrganisation } from '#kernel/duties/read-organisation.ts'
import { whoToTell } from '#kernel/duties/who-to-tell.ts'
import { notify } from '#kernel/notifications/notify.ts'
import { recordHref } from '#kernel/records/record.ts'
import { addEntry, type NewEntry } from '#kernel/records/timeline.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { readOwedVictims } from '../../duties/owed-victim.ts'

/**
 * Writes on the record what a victim did at their page, and tells whoever looks after them. What the victim could not write is done
 * by the system, on the one record that their session names.
 */
export async function tellStaff(tx: Tx, victim: string, event: string, entry: NewEntry): Promise<void> {
  await asService(tx, async () => {
    const [found] = await readOwedVictims(tx, [victim])
    if (found === undefined) return
    const { guards } = found
    await addEntry(tx, victim, guards, entry)
    // Whoever has a form on it open sees that it changed.
    await tx.client.query('UPDATE record SET version = version + 1 WHERE id = $1', [victim])
    const organisation = await readOrganisation(tx, guards.owner === null ? [] : [guards.owner])
    const subject = { kind: 'victim', id: victim } as const
    const href = recordHref('victim', victim)
    await notify(tx, ...whoToTell(guards, 'owner', organisation).map((account) => ({ account, event, subject, href })))
  })
}
