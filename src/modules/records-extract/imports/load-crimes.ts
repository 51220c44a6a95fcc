import { lockMonths, remakeMonthlyCounts, type PublishedMonth } from '#kernel/occurrences/monthly-counts.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** Stores new and changed crimes and incidents, and makes the counts of their months again. */
export async function loadCrimes(tx: Tx, publisher: string): Promise<void> {
  const months = await touchedMonths(tx, publisher)
  await lockMonths(tx, months)
  await tx.client.query(
    `INSERT INTO occurrence (id, source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
       location_precision, location_text, external_reference, outcome, marking, known_at) OVERRIDING SYSTEM VALUE
     SELECT s.target, 'records-extract', $1, s.kind, s.category, s.happened_from, s.happened_to, s.precision, s.month, s.location_id,
       CASE WHEN s.location_id IS NULL THEN 'none' ELSE 'exact' END, s.place, s.reference, s.outcome, s.marking, $2
     FROM to_crimes s WHERE s.state = 'new'`,
    [publisher, tx.now],
  )
  await tx.client.query(
    `INSERT INTO crime (occurrence_id, marking, ${COLUMNS.join(', ')})
     SELECT s.target, s.marking, ${COLUMNS.map((name) => `s.${name}`).join(', ')} FROM to_crimes s WHERE s.state = 'new'`,
  )
  await tx.client.query(
    `UPDATE occurrence o SET kind = s.kind, category = s.category, happened_from = s.happened_from, happened_to = s.happened_to,
       precision = s.precision, month = s.month, location_id = s.location_id,
       location_precision = CASE WHEN s.location_id IS NULL THEN 'none' ELSE 'exact' END, location_text = s.place,
       outcome = s.outcome, marking = s.marking, known_at = $1
     FROM to_crimes s WHERE s.state = 'changed' AND o.id = s.target`,
    [tx.now],
  )
  await tx.client.query(
    `UPDATE crime c SET marking = s.marking, ${COLUMNS.map((name) => `${name} = s.${name}`).join(', ')}
     FROM to_crimes s WHERE s.state = 'changed' AND c.occurrence_id = s.target`,
  )
  // What is tied to a crime happened when it did, and is never open to more people than it.
  for (const table of ['party_role', 'party_link'] as const)
    await tx.client.query(
      `UPDATE ${table} t SET marking = 'OFFICIAL-SENSITIVE' FROM to_crimes s
       WHERE s.state = 'changed' AND t.occurrence_id = s.target AND s.marking = 'OFFICIAL-SENSITIVE' AND t.marking = 'OFFICIAL'`,
    )
  await tx.client.query(
    `UPDATE party_role t SET happened_at = s.happened_from FROM to_crimes s
     WHERE s.state = 'changed' AND t.occurrence_id = s.target AND t.happened_at <> s.happened_from`,
  )
  await remakeMonthlyCounts(tx, months)
}

/** What `crime` has, by the same names as the staged rows. */
const COLUMNS = [
  'offence_code',
  'offence_class',
  'offence_words',
  'offence_standing',
  'reported_at',
  'reported_precision',
  'recorded_at',
  'recorded_precision',
  'outcome_code',
  'outcome_on',
  'summary',
  'officer',
  'unit',
  'harm_days',
  'harm_edition',
  'harm_estimated',
] as const

/** Months in which crimes count now, and those in which the changed ones counted before. */
async function touchedMonths(tx: Tx, publisher: string): Promise<PublishedMonth[]> {
  const { rows } = await tx.client.query<PublishedMonth>(
    `SELECT $1 AS publisher, month FROM to_crimes WHERE state IN ('new', 'changed')
     UNION SELECT $1, o.month FROM to_crimes s JOIN occurrence o ON o.id = s.target WHERE s.state = 'changed' ORDER BY month`,
    [publisher],
  )
  return rows
}
