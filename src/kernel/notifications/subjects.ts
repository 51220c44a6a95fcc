import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** What a notification is about. */
export interface NotifiedSubject {
  readonly kind: string
  readonly subject: string
}

/**
 * What these are called now, by id, under the reader's own policies: what is not here is out of their reach, and neither
 * listed nor counted. One statement for duties and one for records, where there are any.
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
  const ids = (isDuty: boolean) => of.filter(({ kind }) => (kind === 'duty') === isDuty).map(({ subject }) => subject)
  await read('SELECT id, title FROM duty WHERE id = ANY ($1::uuid[])', ids(true))
  await read(`SELECT id, reference || ' ' || title AS title FROM record WHERE id = ANY ($1::uuid[])`, ids(false))
  return titles
}
