import type { Tx } from '#platform/db/transaction.ts'
import type { NameToken } from './name-dictionary.ts'

const BATCH = 5_000

/** Puts a whole dictionary in, ids and all, into a store that has no words yet. As the service. */
export async function loadWords(tx: Tx, tokens: Iterable<NameToken>): Promise<void> {
  let batch: NameToken[] = []
  for (const token of tokens) {
    batch.push(token)
    if (batch.length === BATCH) {
      await insertWords(tx, batch)
      batch = []
    }
  }
  await insertWords(tx, batch)
  await tx.client.query(
    `SELECT setval(pg_get_serial_sequence('name_token', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM name_token), false)`,
  )
}

async function insertWords(tx: Tx, batch: readonly NameToken[]): Promise<void> {
  await tx.client.query(
    `INSERT INTO name_token (id, token, sounds, groups, stems, uses) OVERRIDING SYSTEM VALUE
     SELECT w.id, w.token, w.sounds, w.groups, w.stems, w.uses
     FROM jsonb_to_recordset($1) AS w (id integer, token text, sounds text[], groups text[], stems text[], uses integer)`,
    [JSON.stringify(batch)],
  )
}
