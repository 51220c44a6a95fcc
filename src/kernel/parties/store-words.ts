import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { nameKeys, storedCodes } from './rules/name-keys.ts'

/**
 * The ids of words in `name_token`, those that are new put there. As the service: nobody else reads that table, since a word
 * may be in it for the sake of somebody hidden; so ids are for `party_name.tokens`, and never for a page. Words go in sorted, so
 * that two transactions with the same new ones wait for one another and never in a circle.
 */
export async function storeWords(tx: Tx, words: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const sorted = [...new Set(words)].toSorted()
  if (sorted.length === 0) return new Map()
  return asService(tx, async () => {
    const rows = JSON.stringify(sorted.map(wordRow))
    await tx.client.query(
      `INSERT INTO name_token (token, sounds, groups, codes)
       SELECT w.token, w.sounds, w.groups, w.codes
       FROM jsonb_to_recordset($1) AS w (token text, sounds text[], groups text[], codes integer[])
       WHERE NOT EXISTS (SELECT FROM name_token t WHERE t.token = w.token)
       ORDER BY w.token
       ON CONFLICT (token) DO NOTHING`,
      [rows],
    )
    const found = await tx.client.query<{ id: number; token: string }>(
      'SELECT id, token FROM name_token WHERE token = ANY ($1)',
      [sorted],
    )
    return new Map(found.rows.map(({ id, token }) => [token, id]))
  })
}

function wordRow(token: string) {
  const keys = nameKeys(token)
  return { token, sounds: keys.sounds, groups: keys.groups, codes: storedCodes(token, keys) }
}

/** The ids of words in their order, as `storeWords` gave them. */
export function idsOf(words: readonly string[], stored: ReadonlyMap<string, number>): number[] {
  return words.flatMap((word) => stored.get(word) ?? [])
}
