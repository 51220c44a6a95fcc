import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { readOrganisation } from '#kernel/duties/read-organisation.ts'
import { whoToTell } from '#kernel/duties/who-to-tell.ts'
import { notify } from '#kernel/notifications/notify.ts'
import { recordHref } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { endVictimPage } from '#platform/access/victim-session.ts'
import { pauseAll, resumeAll } from '../duties/owed.ts'
import type { OwedVictim } from '../duties/owed-victim.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from './fields.ts'
import { lockVictim, saveVictim } from './locked-victim.ts'

export const noSafeContact = command({
  name: 'victim.no-safe-contact',
  summary:
    'Say that there is no safe way to reach a victim: clocks that may wait are stopped, and the specialist is told',
  input: z.object({ ...victimSeen, reason: text('Why there is none', 2000) }),
  output: victimChanged.extend({ stopped: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim.no-safe-contact',
    subjects: aboutVictim,
    detail: (_, { stopped }) => ({ stopped }),
  },
  async run(tx, { id, version, reason }) {
    const locked = await lockVictim(tx, id, version)
    if (locked.victim.noSafeContactSince !== null)
      throw new Invalid({ '': 'This was said already: clocks are stopped.' })
    const stopped = await stopContact(tx, locked.victim, reason)
    const words = 'No safe way to reach them. Clocks that may wait are stopped.'
    await saveVictim(tx, locked, {}, { kind: 'change', words, reason })
    return { id, stopped }
  },
})

/** Stops what may wait, from now on, and tells who knows what to do. Nothing where it was said before. Gives how many clocks. */
export async function stopContact(tx: Tx, victim: OwedVictim, reason: string): Promise<number> {
  if (victim.noSafeContactSince !== null) return 0
  await tx.db
    .updateTable('victim')
    .set({ no_safe_contact_since: tx.now, no_safe_contact_reason: reason })
    .where('id', '=', victim.id)
    .execute()
  await endVictimPage(tx, victim.id, 'unsafe')
  const stopped = await pauseAll(tx, victim.id)
  const { owner } = victim.guards
  const organisation = await readOrganisation(tx, owner === null ? [] : [owner])
  await notify(
    tx,
    ...whoToTell(victim.guards, 'supervisor', organisation)
      .filter((account) => account !== tx.reader.account)
      .map((account) => ({
        account,
        event: 'victim.no-safe-contact',
        subject: { kind: 'victim', id: victim.id } as const,
        href: recordHref('victim', victim.id),
      })),
  )
  return stopped
}

export const safeAgain = command({
  name: 'victim.safe-again',
  summary: 'Say that there is a safe way to reach a victim again: their clocks run on',
  input: z.object({ ...victimSeen, words: text('The safe way, and how it is known', 2000) }),
  output: victimChanged.extend({ resumed: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'victim.safe-again', subjects: aboutVictim, detail: (_, { resumed }) => ({ resumed }) },
  async run(tx, { id, version, words }) {
    const locked = await lockVictim(tx, id, version)
    if (locked.victim.noSafeContactSince === null) throw new Invalid({ '': 'Their clocks run already.' })
    const resumed = await resumeAll(tx, id)
    await saveVictim(
      tx,
      locked,
      { no_safe_contact_since: null, no_safe_contact_reason: null },
      { kind: 'change', words: 'There is a safe way to reach them again. Clocks run on.', reason: words },
    )
    return { id, resumed }
  },
})
