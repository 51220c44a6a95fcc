import type { Tx } from '#platform/db/transaction.ts'

/** Stores who had which part in what happened. A party or occurrence that the service may not see gets none. */
export async function loadRoles(tx: Tx): Promise<void> {
  const from = `FROM to_roles s JOIN occurrence o ON o.id = s.one_id JOIN party p ON p.id = s.other_id`
  const marking = 'greatest(s.marking, o.marking, p.marking)'
  await tx.client.query(
    `INSERT INTO party_role (id, party_id, occurrence_id, role, category, basis, source, marking, happened_at, known_at)
       OVERRIDING SYSTEM VALUE
     SELECT s.target, p.id, o.id, s.role, s.category, s.basis, 'records-extract', ${marking}, o.happened_from, $1
     ${from} WHERE s.state = 'new'`,
    [tx.now],
  )
  await tx.client.query(
    `UPDATE party_role r SET party_id = p.id, basis = s.basis, marking = ${marking}, known_at = $1
     ${from} WHERE s.state = 'changed' AND r.id = s.target`,
    [tx.now],
  )
}

/** Stores what ties two parties. */
export async function loadLinks(tx: Tx): Promise<void> {
  const from = `FROM to_links s JOIN party a ON a.id = s.one_id JOIN party b ON b.id = s.other_id`
  const marking = 'greatest(s.marking, a.marking, b.marking)'
  await tx.client.query(
    `INSERT INTO party_link (id, from_party, to_party, kind, valid_from, valid_to, basis, source, marking, known_at)
       OVERRIDING SYSTEM VALUE
     SELECT s.target, a.id, b.id, s.kind, s.valid_from, s.valid_to, s.basis, 'records-extract', ${marking}, $1
     ${from} WHERE s.state = 'new' AND a.id <> b.id`,
    [tx.now],
  )
  await tx.client.query(
    `UPDATE party_link l SET from_party = a.id, to_party = b.id, valid_to = s.valid_to, basis = s.basis, marking = ${marking},
       known_at = $1 ${from} WHERE s.state = 'changed' AND l.id = s.target AND a.id <> b.id`,
    [tx.now],
  )
}
