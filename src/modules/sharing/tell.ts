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

/** Shares ended before their day: of each, whoever has the record is told, and whoever shared it. All in one statement. */
export async function tellEnded(tx: Tx, shares: readonly EndedShare[]): Promise<void> {
  const notices = shares.flatMap(({ id, record, kind, owner, sharedBy }) => {
    const notice = {
      event: 'share.ended-early',
      subject: { kind: 'share', id },
      href: sharedRecordHref(kind, record),
    } as const
    return toAll(tx, [sharedBy, ...(owner === null ? [] : [owner])], notice)
  })
  await asService(tx, () => notify(tx, ...notices))
}

function aboutRequest(event: string, id: string): Omit<Notice, 'account'> {
  return { event, subject: { kind: 'information-request', id }, href: requestHref(id) }
}

/** By the system, since nobody may look up who works on the other side. */
async function tell(tx: Tx, who: () => Promise<readonly string[]>, notice: Omit<Notice, 'account'>): Promise<void> {
  await asService(tx, async () => notify(tx, ...toAll(tx, await who(), notice)))
}

/** Each once, and not whoever does it. */
function toAll(tx: Tx, who: readonly string[], notice: Omit<Notice, 'account'>): readonly Notice[] {
  return [...new Set(who)].filter((account) => account !== tx.reader.account).map((account) => ({ ...notice, account }))
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
