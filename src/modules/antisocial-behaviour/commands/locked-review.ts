import type { Updateable } from 'kysely'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { NewEntry } from '#kernel/records/timeline.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { AsbReview } from '#platform/db/schema.ts'
import { owe } from '../duties/owed.ts'
import type { ReviewView } from '../queries/case-model.ts'
import { atStage, type ReviewStage } from '../rules/review-rules.ts'
import { lockCase, saveCase, type LockedCase } from './locked-case.ts'

export interface LockedReview extends LockedCase {
  readonly review: ReviewView
}

/** The latest review of a case, at one of the stages, its case locked. Throws as `lockCase` does, and RuleRefused (CRV04). */
export async function lockReview(
  tx: Tx,
  id: string,
  seen: number,
  stages: readonly ReviewStage[],
): Promise<LockedReview> {
  const locked = await lockCase(tx, id, seen)
  const { review } = locked.detail
  refuseOn(atStage(review?.stage ?? null, stages))
  if (review === null) throw new NotFound({ kind: 'asb-case', id })
  return { ...locked, review }
}

export async function saveReview(
  tx: Tx,
  locked: LockedReview,
  columns: Updateable<AsbReview>,
  entry: NewEntry,
): Promise<void> {
  await tx.db.updateTable('asb_review').set(columns).where('id', '=', locked.review.id).execute()
  await saveCase(tx, locked, entry)
}

/** What a review's duties are about. */
export const aboutReview = ({ review }: LockedReview) => ({ kind: 'asb-review', id: review.id }) as const

/** The threshold is met, by decision or on appeal: what every agency knows, and the review itself, are owed. */
export async function beginReview(tx: Tx, locked: LockedReview): Promise<void> {
  for (const rule of ['ASB-CR-INFO', 'ASB-CR-REVIEW'])
    await owe(tx, locked.record, rule, 'case-review.met', aboutReview(locked))
}
