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
export async function emit(tx: Tx, event: DomainEvent): Promise<void> {
  await tx.client.query('INSERT INTO domain_event (at, name, payload, request_id) VALUES ($1, $2, $3, $4)', [
    tx.now,
    event.name,
    JSON.stringify(event.payload),
    tx.request.requestId,
  ])
  for (const { event: name, job } of tx.subscriptions)
    if (name === event.name) await enqueue(tx, job, job.input.parse(event.payload))
}
