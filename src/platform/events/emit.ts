import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A domain event: a name in the past tense, and ids. */
export interface DomainEvent {
  readonly name: string
  readonly payload: Readonly<Record<string, string | number>>
}

/**
 * Writes what happened into the outbox, in the transaction in which it happened, and asks for the jobs that follow from it
 * in the same transaction. The payload is each job's input.
 */
export function emit(tx: Tx, event: DomainEvent): Promise<void> {
  return emitAll(tx, [event])
}

/** The same of many at once, in one statement. */
export async function emitAll(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.client.query(
    `INSERT INTO domain_event (at, name, payload, request_id)
    SELECT $1, name, payload::jsonb, $4 FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS e (name, payload, place) ORDER BY place`,
    [
      tx.now,
      events.map(({ name }) => name),
      events.map(({ payload }) => JSON.stringify(payload)),
      tx.request.requestId,
    ],
  )
  for (const event of events)
    for (const { event: name, job } of tx.subscriptions)
      if (name === event.name) await enqueue(tx, job, job.input.parse(event.payload))
}
