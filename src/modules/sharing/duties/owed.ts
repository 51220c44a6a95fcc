import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import type { Guards } from '#kernel/records/guards.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { SHARING_DUTIES } from './duty-rules.ts'

interface About {
  readonly id: string
  readonly record: string
  readonly reference: string
}

/** A look at what was shared in an emergency, by somebody else: so nobody owns it, and whoever leads there sees it. */
export async function oweReview(tx: Tx, { id, record, reference }: About, guards: Guards): Promise<void> {
  await openDuty(tx, SHARING_DUTIES, {
    rule: 'SHA-01',
    subject: { kind: 'share', id },
    record,
    triggeredBy: 'share.made-in-emergency',
    triggeredAt: tx.now,
    title: `Review what was shared of ${reference} in an emergency`,
    guards: { ...guards, owner: null },
  })
}

export async function meetReview(tx: Tx, share: string): Promise<void> {
  await meetDuty(tx, { rule: 'SHA-01', subject: { kind: 'share', id: share }, how: 'Reviewed by somebody else' })
}

/**
 * An answer, by an agency (whoever asked it sees to that) or by the force (whoever owns the record does). Gives when it is
 * due. A partner who asks reaches no duty: it is opened by the system for them.
 */
export async function oweAnswer(
  tx: Tx,
  { id, record, reference, of }: About & { readonly of: 'agency' | 'force' },
  guards: Guards,
): Promise<Date> {
  const opened = await asService(tx, () =>
    openDuty(tx, SHARING_DUTIES, {
      rule: of === 'agency' ? 'SHA-02' : 'SHA-03',
      subject: { kind: 'information-request', id },
      record,
      triggeredBy: 'information.asked',
      triggeredAt: tx.now,
      title:
        of === 'agency' ? `Have a partner’s answer on ${reference}` : `Answer a partner’s question on ${reference}`,
      guards: of === 'agency' ? { ...guards, owner: tx.reader.account } : guards,
    }),
  )
  if (opened.dueAt === null) throw new RangeError('An answer has no due time.')
  return opened.dueAt
}

export async function meetAnswer(tx: Tx, id: string, of: 'agency' | 'force', how: string): Promise<void> {
  const rule = of === 'agency' ? 'SHA-02' : 'SHA-03'
  await meetDuty(tx, { rule, subject: { kind: 'information-request', id }, how })
}

/** A look at an agreement by the end of its day, by whoever made it or reviewed it last. It is the whole force’s, as the agreement. */
export async function oweAgreementReview(
  tx: Tx,
  { id, title, reviewOn }: { readonly id: string; readonly title: string; readonly reviewOn: string },
  by: 'agreement.made' | 'agreement.reviewed',
): Promise<void> {
  await openDuty(tx, SHARING_DUTIES, {
    rule: 'SHA-04',
    subject: { kind: 'sharing-agreement', id },
    record: null,
    triggeredBy: by,
    triggeredAt: tx.now,
    countsFrom: lastSecondOfLondonDay(getCivilDate(reviewOn)),
    title: `Review an agreement on sharing: ${title}`,
    guards: { area: null, unit: null, owner: tx.reader.account, marking: 'OFFICIAL', compartment: null },
  })
}

export async function meetAgreementReview(
  tx: Tx,
  id: string,
  how: 'Reviewed' | 'The agreement was ended',
): Promise<void> {
  await meetDuty(tx, { rule: 'SHA-04', subject: { kind: 'sharing-agreement', id }, how })
}
