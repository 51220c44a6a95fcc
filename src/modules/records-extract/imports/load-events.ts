import type { Tx } from '#platform/db/transaction.ts'

/** Stores what custody and courts did. On an occurrence, or about a party, that the service may not see, nothing is. */
export async function loadEvents(tx: Tx): Promise<void> {
  const from = `FROM to_events s JOIN occurrence o ON o.id = s.one_id
    LEFT JOIN party p ON s.person <> '' AND p.id = s.other_id`
  const whole = `(s.person = '' OR p.id IS NOT NULL)`
  await tx.client.query(
    `INSERT INTO occurrence_event (id, occurrence_id, reference, kind, happened_at, precision, party_id, takes_place_at, sentence_at,
       cancelled, known_at) OVERRIDING SYSTEM VALUE
     SELECT s.target, o.id, s.event_reference, s.kind, s.happened_at, s.precision, p.id, s.takes_place_at, s.sentence_at,
       s.cancelled, $1
     ${from} WHERE s.state = 'new' AND ${whole}`,
    [tx.now],
  )
  await tx.client.query(
    `UPDATE occurrence_event e SET occurrence_id = o.id, kind = s.kind, happened_at = s.happened_at, precision = s.precision,
       party_id = p.id, takes_place_at = s.takes_place_at, sentence_at = s.sentence_at, cancelled = s.cancelled, known_at = $1
     ${from} WHERE s.state = 'changed' AND e.id = s.target AND ${whole}`,
    [tx.now],
  )
}
