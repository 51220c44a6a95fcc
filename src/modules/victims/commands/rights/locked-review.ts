import type { Updateable } from 'kysely'
import { z } from 'zod'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import type { NewEntry } from '#kernel/records/timeline.ts'
import type { VictimReview } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { atReviewStage, reviewStage, type ReviewResult, type ReviewStage } from '../../rules/reviews.ts'
import { victimSeen } from '../fields.ts'
import { lockVictim, saveVictim, type LockedVictim } from '../locked-victim.ts'

/** What every command on a review begins with: the victim with the version that the person saw, and which review. */
export const reviewSeen = { ...victimSeen, review: z.uuid({ error: 'This is not the reference of a review' }) } as const

export interface LockedReview extends LockedVictim {
  readonly review: {
    readonly id: string
    readonly event: string
    readonly decisionBy: string | null
    readonly reviewer: string | null
    readonly inScope: boolean
    readonly reasons: readonly string[]
    readonly result: ReviewResult | null
    readonly acknowledged: boolean
    readonly stage: ReviewStage
  }
}

type Row = Omit<LockedReview['review'], 'stage'> & { readonly voided: boolean; readonly told: boolean }

/** A review at one of the stages, its victim locked. Throws as `lockVictim` does, NotFound, RuleRefused (VCR05). */
export async function lockReview(
  tx: Tx,
  { id, version, review }: { readonly id: string; readonly version: number; readonly review: string },
  stages: readonly ReviewStage[],
): Promise<LockedReview> {
  const locked = await lockVictim(tx, id, version)
  const [row] = rowsAs<Row>(
    await tx.client.query(
      `SELECT r.id, r.event_id AS event, r.decision_by AS "decisionBy", r.reviewer_id AS reviewer, r.in_scope AS "inScope",
        r.reasons, r.result, r.acknowledged_at IS NOT NULL AS acknowledged, e.voided_at IS NOT NULL AS voided,
        r.told_at IS NOT NULL AS told
      FROM victim_review r JOIN case_event e ON e.id = r.event_id WHERE r.id = $1 AND r.victim_id = $2`,
      [review, id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'victim', id })
  const { voided, told, ...rest } = row
  const stage = reviewStage({ ...rest, reviewed: rest.reviewer !== null, voided, told })
  refuseOn(atReviewStage(stage, stages))
  return { ...locked, review: { ...rest, stage } }
}

export async function saveReview(
  tx: Tx,
  locked: LockedReview,
  columns: Updateable<VictimReview>,
  entry: NewEntry,
): Promise<void> {
  await tx.db.updateTable('victim_review').set(columns).where('id', '=', locked.review.id).execute()
  await saveVictim(tx, locked, {}, entry)
}
