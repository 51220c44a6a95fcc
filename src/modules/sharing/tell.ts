import { readOrganisation } from '#kernel/duties/read-organisation.ts'
import { whoToTell } from '#kernel/duties/who-to-tell.ts'
import { notify, type Notice } from '#kernel/notifications/notify.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Guards } from '#kernel/records/guards.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { partnerShareHref, requestHref, sharedRecordHref } from './addresses.ts'

/** Something is shared with an agency: its people are told. */
export async function tellShared(tx: Tx, share: string, agency: number): Promise<void> {
  const href = partnerShareHref(share)
  await tell(tx, () => peopleOf(tx, agency), { event: 'share.opened', subject: { kind: 'share', id: share }, href })
}

/** A question reached the other side: the agency’s people are told of it, or of the force whoever sees to the record. */
export async function tellAsked(
  tx: Tx,
  { id, of, agency }: { readonly id: string; readonly of: 'agency' | 'force'; readonly agency: number },
  guards: Guards,
): Promise<void> {
  const who = () => (of === 'agency' ? peopleOf(tx, agency) : keeperOf(tx, guards))
  await tell(tx, who, aboutRequest('information.asked', id))
}

/** A question has its reply: the agency’s people are told, or of the force whoever asked and whoever has the record. */
export async function tellReplied(
  tx: Tx,
  { id, by, agency }: { readonly id: string; readonly by: 'agency' | 'force'; readonly agency: number },
  guards: Guards,
): Promise<void> {
  const who = async () =>
    by === 'force'
      ? peopleOf(tx, agency)
      : [...(await askerOf(tx, id)), ...(guards.owner === null ? [] : [guards.owner])]
  await tell(tx, who, aboutRequest('information.replied', id))
}

interface EndedShare {
  readonly id: string
  readonly record: string
  readonly kind: string
  readonly owner: string | null
  readonly sharedBy: string
}

/** A share ended before its day: whoever has the record is told, and whoever shared it. */
export async function tellEnded(tx: Tx, { id, record, kind, owner, sharedBy }: EndedShare): Promise<void> {
  const who = () => Promise.resolve([sharedBy, ...(owner === null ? [] : [owner])])
  const href = sharedRecordHref(kind, record)
  await tell(tx, who, { event: 'share.ended-early', subject: { kind: 'share', id }, href })
}

function aboutRequest(event: string, id: string): Omit<Notice, 'account'> {
  return { event, subject: { kind: 'information-request', id }, href: requestHref(id) }
}

/** By the system, since nobody may look up who works on the other side. Whoever did it knows already. */
async function tell(tx: Tx, who: () => Promise<readonly string[]>, notice: Omit<Notice, 'account'>): Promise<void> {
  await asService(tx, async () => {
    const accounts = [...new Set(await who())].filter((account) => account !== tx.reader.account)
    await notify(tx, ...accounts.map((account) => ({ ...notice, account })))
  })
}

/** Accounts of an agency’s people who have a post today. */
async function peopleOf(tx: Tx, agency: number): Promise<readonly string[]> {
  return rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT a.id FROM account a WHERE a.agency_id = $1 AND a.principal = 'partner' AND (a.left_at IS NULL OR a.left_at > $3)
        AND EXISTS (SELECT FROM posting p WHERE p.account_id = a.id AND $2::date BETWEEN p.starts AND coalesce(p.ends, 'infinity'))`,
      [agency, today(tx), tx.now],
    ),
  ).map(({ id }) => id)
}

/** Whoever has the record; where nobody does, or they work here no more, whoever leads there. */
async function keeperOf(tx: Tx, guards: Guards): Promise<readonly string[]> {
  return whoToTell(guards, 'owner', await readOrganisation(tx, guards.owner === null ? [] : [guards.owner]))
}

async function askerOf(tx: Tx, request: string): Promise<readonly string[]> {
  return rowsAs<{ id: string }>(
    await tx.client.query('SELECT asked_by AS id FROM information_request WHERE id = $1', [request]),
  ).map(({ id }) => id)
}
