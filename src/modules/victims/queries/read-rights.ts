import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { lastDayToAsk } from '#kernel/victims-code/rules/vic05-right-to-review.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { reviewStage } from '../rules/reviews.ts'
import { statementGap } from '../rules/statements.ts'
import { isoOrNull, type Times } from './instants.ts'
import type { ComplaintView, ReviewView, RightsUsed } from './rights-model.ts'
import type { OwedView, VictimDetail } from './victim-model.ts'

type Act<T extends { readonly at: string }> = Times<T, 'at'>

/** The rights that a victim used, under the reader’s own eyes. `over`: what was met, to know when they were told. */
export async function readRights(
  tx: Tx,
  id: string,
  detail: VictimDetail,
  over: readonly OwedView[],
): Promise<RightsUsed> {
  const statements = await acts<Act<RightsUsed['statements'][number]>>(
    tx,
    id,
    'victim_statement',
    's.step, s.answer, s.words, s.kept_at AS "keptAt", s.given_by AS "givenBy", s.read_by AS "readBy", s.shared_on::text AS "sharedOn"',
  )
  const referrals = await acts<Act<RightsUsed['referrals'][number]>>(
    tx,
    id,
    'victim_referral',
    's.what, s.consent, s.service, s.words',
  )
  const offers = await acts<Act<RightsUsed['offers'][number]>>(tx, id, 'victim_offer', 's.topic, s.answer, s.words')
  return {
    statements: statements.map((row) => ({ ...row, at: row.at.toISOString() })),
    statementGap: statementGap(detail, statements.length),
    referrals: referrals.map((row) => ({ ...row, at: row.at.toISOString() })),
    offers: offers.map((row) => ({ ...row, at: row.at.toISOString() })),
    reviews: [...(await readReviews(tx, id))],
    mayAskUntil: mayAskUntil(over),
    complaints: await readComplaints(tx, id),
  }
}

interface DatedRow {
  readonly at: Date
}

async function acts<R extends DatedRow>(
  tx: Tx,
  id: string,
  table: 'victim_statement' | 'victim_referral' | 'victim_offer',
  columns: string,
): Promise<readonly R[]> {
  return rowsAs<R>(
    await tx.client.query(
      `SELECT s.id, s.at, a.name AS by, ${columns} FROM ${table} s JOIN account a ON a.id = s.by_account
      WHERE s.victim_id = $1 ORDER BY s.at DESC, s.id`,
      [id],
    ),
  )
}

type ReviewRow = Times<Omit<ReviewView, 'stage'>, 'at' | 'acknowledgedAt' | 'toldAt'> & { readonly voided: boolean }

/** The latest first; those taken back with them. */
export async function readReviews(tx: Tx, id: string): Promise<readonly ReviewView[]> {
  const rows = rowsAs<ReviewRow>(
    await tx.client.query(
      `SELECT r.id, r.at, a.name AS by, r.asked_on::text AS "askedOn", r.words, r.decision, r.decided_on::text AS "decidedOn",
        d.name AS "decisionBy", r.told_of_on::text AS "toldOfOn", r.in_scope AS "inScope", r.reasons,
        r.last_day::text AS "lastDay", r.acknowledged_at AS "acknowledgedAt", w.name AS reviewer,
        r.reviewed_because AS "reviewedBecause", r.result, r.result_reason AS "resultReason", r.told_at AS "toldAt",
        e.voided_at IS NOT NULL AS voided
      FROM victim_review r JOIN case_event e ON e.id = r.event_id JOIN account a ON a.id = r.by_account
        LEFT JOIN account d ON d.id = r.decision_by LEFT JOIN account w ON w.id = r.reviewer_id
      WHERE r.victim_id = $1 ORDER BY r.at DESC, r.id`,
      [id],
    ),
  )
  return rows.map(({ voided, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    acknowledgedAt: isoOrNull(row.acknowledgedAt),
    toldAt: isoOrNull(row.toldAt),
    stage: reviewStage({ ...row, voided, reviewed: row.reviewer !== null, told: row.toldAt !== null }),
  }))
}

async function readComplaints(tx: Tx, id: string): Promise<ComplaintView[]> {
  const rows = rowsAs<Times<ComplaintView, 'at' | 'acknowledgedAt' | 'answeredAt'>>(
    await tx.client.query(
      `SELECT c.id, c.at, a.name AS by, c.received_on::text AS "receivedOn", c.words, c.acknowledged_at AS "acknowledgedAt",
        c.answered_at AS "answeredAt", c.answer, e.voided_at IS NOT NULL AS voided
      FROM victim_complaint c JOIN case_event e ON e.id = c.event_id JOIN account a ON a.id = c.by_account
      WHERE c.victim_id = $1 ORDER BY c.at DESC, c.id`,
      [id],
    ),
  )
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    acknowledgedAt: isoOrNull(row.acknowledgedAt),
    answeredAt: isoOrNull(row.answeredAt),
  }))
}

/** Three months from when they were last told that nobody is prosecuted (VC16, VC18). */
function mayAskUntil(over: readonly OwedView[]): string | null {
  const toldOn = toldOfDecisionOn(over)
  return toldOn === null ? null : lastDayToAsk({ toldOn, summaryOnly: false, doneOn: null })
}

/** The day on which they were last told that nobody is prosecuted. */
function toldOfDecisionOn(over: readonly OwedView[]) {
  const told = over.find(({ code, standing }) => code === 'VC16' && standing.startsWith('met'))
  return told === undefined || told.endedAt === null ? null : londonDateAt(new Date(told.endedAt))
}
