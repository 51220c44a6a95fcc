import { randomUUID } from 'node:crypto'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { correctStarted } from '../duties/changed.ts'
import type { Start } from '../duties/owed.ts'
import { victimsOfCase } from '../duties/owed-victim.ts'

export const CORRECTED_THERE = 'The records system gives another time'

export interface Brought {
  readonly occurrence: number
  readonly kind: CaseEventKind
  /** What it is known again by. */
  readonly reference: string
  readonly happenedAt: Date
}

interface Known extends Brought {
  readonly id: string
  readonly receivedAt: Date
  readonly voided: boolean
  /** When it was by what came before. */
  readonly was: Date
}

type KeptEvent = Start & { readonly occurrence: number }

/**
 * Keeps what a records system tells of cases, each once; at another time than before, what it started is reckoned anew. Gives them
 * as they start something; not those of which somebody here has said that they never happened.
 */
export async function keepEvents(tx: Tx, brought: readonly Brought[]): Promise<readonly KeptEvent[]> {
  if (brought.length === 0) return []
  const known = await readKnown(tx, brought)
  const fresh = brought
    .filter((one) => !known.some((before) => isSame(before, one)))
    .map((one) => ({ ...one, id: randomUUID() }))
  if (fresh.length > 0)
    await tx.db
      .insertInto('case_event')
      .values(
        fresh.map(({ id, occurrence, kind, happenedAt, reference }) => ({
          id,
          occurrence_id: occurrence,
          kind,
          happened_at: happenedAt,
          received_at: tx.now,
          source: 'extract',
          external_reference: reference,
          logged_at: tx.now,
        })),
      )
      .execute()
  const standing = known.filter(({ voided }) => !voided)
  for (const event of standing) if (event.was.getTime() !== event.happenedAt.getTime()) await correctEvent(tx, event)
  return [...fresh.map((one) => ({ ...one, receivedAt: tx.now })), ...standing]
}

const isSame = (a: Brought, b: Brought) =>
  a.occurrence === b.occurrence && a.kind === b.kind && a.reference === b.reference

async function readKnown(tx: Tx, brought: readonly Brought[]): Promise<readonly Known[]> {
  return rowsAs<Known>(
    await tx.client.query(
      `SELECT DISTINCT ON (e.occurrence_id, e.kind, e.external_reference) e.id, e.occurrence_id AS occurrence, e.kind,
        e.external_reference AS reference, b.at AS "happenedAt", e.happened_at AS was, e.received_at AS "receivedAt",
        e.voided_at IS NOT NULL AS voided
      FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) AS b (occurrence, kind, reference, at)
        JOIN case_event e ON e.occurrence_id = b.occurrence AND e.kind = b.kind AND e.external_reference = b.reference
      ORDER BY e.occurrence_id, e.kind, e.external_reference, e.voided_at NULLS FIRST`,
      [
        brought.map(({ occurrence }) => occurrence),
        brought.map(({ kind }) => kind),
        brought.map(({ reference }) => reference),
        brought.map(({ happenedAt }) => happenedAt),
      ],
    ),
  )
}

async function correctEvent(tx: Tx, event: Known): Promise<void> {
  await tx.client.query(
    `UPDATE case_event SET happened_at = $2, corrected_at = $3, corrected_reason = $4, version = version + 1 WHERE id = $1`,
    [event.id, event.happenedAt, tx.now, CORRECTED_THERE],
  )
  const victims = await victimsOfCase(tx, event.occurrence)
  await correctStarted(
    tx,
    victims.map(({ id }) => id),
    event,
    CORRECTED_THERE,
  )
}
