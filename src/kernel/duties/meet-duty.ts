import type { Tx } from '#platform/db/transaction.ts'
import { asService } from '#platform/db/as-service.ts'
import { rowsAs } from '#platform/edge.ts'
import { emitAll } from '#platform/events/emit.ts'
import type { DutySubject } from './duty.ts'

/** What happened that meets what was owed. */
export interface Meeting {
  readonly rule: string
  readonly subject: DutySubject
  /** In words: "Answered to the inspectorate". Never that somebody tried. */
  readonly how: string
}

/**
 * Meets what is open under the rule for the subject, in the transaction of what happened, now and at no other time. Whoever
 * acts may be out of the duty's reach: what they did meets it all the same. Gives the ids; none where nothing was owed.
 */
export async function meetDuty(tx: Tx, { rule, subject, how }: Meeting): Promise<readonly string[]> {
  const ids = await asService(tx, async () =>
    rowsAs<{ id: string }>(
      await tx.client.query(
        `UPDATE duty SET met_at = $4, met_by = $5, met_how = $6, paused_at = NULL, next_look_at = NULL,
           version = version + 1
        WHERE rule = $1 AND subject_kind = $2 AND subject_id = $3 AND ended_at IS NULL
          AND superseded_at IS NULL
        RETURNING id`,
        [rule, subject.kind, subject.id, tx.now, tx.reader.account, how],
      ),
    ).map(({ id }) => id),
  )
  await endedWith(tx, ids, 'duty.met')
  return ids
}

/**
 * Meets these duties, each named by whoever did what met it, and no others: now, and at no other time. Only where a system tells
 * of it afterwards, `at` is when it says that it was done, never later than now. Gives those that were open; what was over
 * already is not met again.
 */
export function meetDuties(
  tx: Tx,
  duties: readonly string[],
  how: string,
  at: Date = tx.now,
): Promise<readonly string[]> {
  return meetEach(
    tx,
    duties.map((id) => ({ id, at })),
    how,
  )
}

/** The same, where a system says of each when it was done: one statement, however many they are. */
export async function meetEach(
  tx: Tx,
  duties: readonly { readonly id: string; readonly at: Date }[],
  how: string,
): Promise<readonly string[]> {
  if (duties.length === 0) return []
  const ids = await asService(tx, async () =>
    rowsAs<{ id: string }>(
      await tx.client.query(
        `UPDATE duty d SET met_at = least(g.at, $3), met_by = $4, met_how = $5, paused_at = NULL, next_look_at = NULL,
          version = version + 1
        FROM unnest($1::uuid[], $2::timestamptz[]) AS g (id, at) WHERE d.id = g.id AND d.ended_at IS NULL RETURNING d.id`,
        [duties.map(({ id }) => id), duties.map(({ at }) => at), tx.now, tx.reader.account, how],
      ),
    ).map(({ id }) => id),
  )
  await endedWith(tx, ids, 'duty.met')
  return ids
}

/** Ends their pauses that are still on, and says what ended the duties. */
export async function endedWith(
  tx: Tx,
  ids: readonly string[],
  event: 'duty.met' | 'duty.waived' | 'duty.cancelled',
): Promise<void> {
  if (ids.length === 0) return
  await asService(tx, () => endPause(tx, ids))
  await emitAll(
    tx,
    ids.map((duty) => ({ name: event, payload: { duty } })),
  )
}

/** Ends the pauses of these duties that are still on, now. */
export async function endPause(tx: Tx, ids: readonly string[]): Promise<number> {
  const { rowCount } = await tx.client.query(
    `UPDATE duty_pause SET ends_at = greatest(starts_at, $2), resumed_by = $3
    WHERE duty_id = ANY ($1::uuid[]) AND ends_at IS NULL`,
    [ids, tx.now, tx.reader.account],
  )
  return rowCount ?? 0
}
