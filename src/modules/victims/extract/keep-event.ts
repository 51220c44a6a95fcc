import { randomUUID } from 'node:crypto'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { correctStarted } from '../duties/changed.ts'
import type { Start } from '../duties/owed.ts'
import { victimsOfCase } from '../duties/owed-victim.ts'

export const CORRECTED_THERE = 'The records system gives another time'

interface Brought {
  readonly occurrence: number
  readonly kind: CaseEventKind
  /** What it is known again by. */
  readonly reference: string
  readonly happenedAt: Date
}

/**
 * Keeps what a records system tells of a case, once; at another time than before, what it started is reckoned anew. Gives it as
 * it starts something; null where somebody here has said that it never happened.
 */
export async function keepEvent(tx: Tx, { occurrence, kind, reference, happenedAt }: Brought): Promise<Start | null> {
  const [known] = rowsAs<{ id: string; happenedAt: Date; receivedAt: Date; voided: boolean }>(
    await tx.client.query(
      `SELECT id, happened_at AS "happenedAt", received_at AS "receivedAt", voided_at IS NOT NULL AS voided FROM case_event
      WHERE occurrence_id = $1 AND kind = $2 AND external_reference = $3 ORDER BY voided_at NULLS FIRST LIMIT 1`,
      [occurrence, kind, reference],
    ),
  )
  if (known === undefined) {
    const id = randomUUID()
    await tx.client.query(
      `INSERT INTO case_event (id, occurrence_id, kind, happened_at, received_at, source, external_reference, logged_at)
      VALUES ($1, $2, $3, $4, $5, 'extract', $6, $5)`,
      [id, occurrence, kind, happenedAt, tx.now, reference],
    )
    return { id, kind, happenedAt, receivedAt: tx.now }
  }
  if (known.voided) return null
  const start = { id: known.id, kind, happenedAt, receivedAt: known.receivedAt }
  if (known.happenedAt.getTime() === happenedAt.getTime()) return start
  await tx.client.query(
    `UPDATE case_event SET happened_at = $2, corrected_at = $3, corrected_reason = $4, version = version + 1 WHERE id = $1`,
    [known.id, happenedAt, tx.now, CORRECTED_THERE],
  )
  const victims = await victimsOfCase(tx, occurrence)
  await correctStarted(
    tx,
    victims.map(({ id }) => id),
    start,
    CORRECTED_THERE,
  )
  return start
}
