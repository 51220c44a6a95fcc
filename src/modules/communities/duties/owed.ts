import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import type { Guards } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { COMMUNITY_DUTIES } from './duty-rules.ts'

/** Feedback on one thing that was raised, by whoever logged it. */
export async function oweFeedback(
  tx: Tx,
  issue: { readonly id: string; readonly engagement: string; readonly title: string; readonly raisedAt: Date },
  guards: Guards,
): Promise<void> {
  await openDuty(tx, COMMUNITY_DUTIES, {
    rule: 'COM-01',
    subject: { kind: 'engagement-issue', id: issue.id },
    record: issue.engagement,
    triggeredBy: 'engagement.logged',
    triggeredAt: issue.raisedAt,
    title: `Give feedback: ${issue.title}`,
    guards,
  })
}

export async function meetFeedback(tx: Tx, issue: string, how: string): Promise<void> {
  await meetDuty(tx, { rule: 'COM-01', subject: { kind: 'engagement-issue', id: issue }, how })
}

/** The next review of an area's profile; what was owed of it before is met by this one. */
export async function oweReview(tx: Tx, area: { readonly id: number; readonly name: string }): Promise<void> {
  const subject = { kind: 'community-profile', id: String(area.id) }
  await meetDuty(tx, { rule: 'COM-02', subject, how: 'Reviewed and saved' })
  await openDuty(tx, COMMUNITY_DUTIES, {
    rule: 'COM-02',
    subject,
    record: null,
    triggeredBy: 'community-profile.saved',
    triggeredAt: tx.now,
    title: `Review the community profile of ${area.name}`,
    guards: { area: area.id, unit: null, owner: tx.reader.account, marking: 'OFFICIAL', compartment: null },
  })
}

/** The next talk with a key individual: what was owed before is met by `how`, where there was one. */
export async function oweContact(
  tx: Tx,
  one: { readonly id: string; readonly role: string; readonly guards: Guards },
  met: { readonly by: string; readonly how: string | null },
): Promise<void> {
  if (met.how !== null) await endContact(tx, one.id, met.how)
  await openDuty(tx, COMMUNITY_DUTIES, {
    rule: 'COM-03',
    subject: { kind: 'key-individual', id: one.id },
    record: one.id,
    triggeredBy: met.by,
    triggeredAt: tx.now,
    title: `Talk with a key individual: ${one.role}`,
    guards: { ...one.guards, owner: one.guards.owner ?? tx.reader.account },
  })
}

export async function endContact(tx: Tx, id: string, how: string): Promise<void> {
  await meetDuty(tx, { rule: 'COM-03', subject: { kind: 'key-individual', id }, how })
}
