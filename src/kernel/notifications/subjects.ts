import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'

/** What a notification is about. */
export interface NotifiedSubject {
  readonly kind: string
  readonly subject: string
}

/** Where each kind is read that is no record, and what it is called there. */
const TITLES = {
  duty: 'SELECT id, title FROM duty WHERE id = ANY ($1::uuid[])',
  compartment: 'SELECT id::text, name AS title FROM compartment WHERE id = ANY ($1::bigint[])',
  'match-proposal': `SELECT m.id, l.label || ' and ' || r.label AS title FROM match_proposal m
    JOIN party l ON l.id = m.left_party JOIN party r ON r.id = m.right_party WHERE m.id = ANY ($1::uuid[])`,
  'problem-lesson': `SELECT plan_id AS id, reference || ' ' || title AS title FROM problem_lesson WHERE plan_id = ANY ($1::uuid[])`,
  'policy-review': 'SELECT id, title FROM policy_review WHERE id = ANY ($1::uuid[])',
  // As the record was called when it was shared: all that a partner has of it.
  share: `SELECT id, reference || ' ' || title AS title FROM share WHERE id = ANY ($1::uuid[])`,
  'information-request': `SELECT q.id, n.title FROM information_request q
    JOIN LATERAL (SELECT s.reference || ' ' || s.title AS title FROM share s WHERE s.record_id = q.record_id
      ORDER BY s.shared_at DESC, s.id LIMIT 1) n ON true WHERE q.id = ANY ($1::uuid[])`,
} as const
const RECORDS = `SELECT id, reference || ' ' || title AS title FROM record WHERE id = ANY ($1::uuid[])`

/**
 * What these are called now, by id, under the reader's own policies: what is not here is out of their reach, and neither
 * listed nor counted. One statement for records and one for each other kind, where there are any.
 */
export async function readSubjects(
  tx: Pick<Tx, 'client'>,
  of: readonly NotifiedSubject[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  const read = async (sql: string, ids: readonly string[]) => {
    if (ids.length === 0) return
    const rows = rowsAs<{ id: string; title: string }>(await tx.client.query(sql, [ids]))
    for (const { id, title } of rows) titles.set(id, title)
  }
  const kinds = keysOf(TITLES)
  const idsOf = (wanted: (kind: string) => boolean) =>
    of.filter(({ kind }) => wanted(kind)).map(({ subject }) => subject)
  for (const kind of kinds)
    await read(
      TITLES[kind],
      idsOf((one) => one === kind),
    )
  await read(
    RECORDS,
    idsOf((kind) => !kinds.some((one) => one === kind)),
  )
  return titles
}
