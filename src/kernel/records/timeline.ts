import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/transaction.ts'
import { guardColumns, type Guards } from './guards.ts'

export const ENTRY_KINDS = ['opened', 'note', 'decision', 'contact', 'stage', 'change', 'closed'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What is written down about a record. */
export interface NewEntry {
  readonly kind: EntryKind
  readonly words: string
  /** When it was so; now unless said. */
  readonly happenedAt?: Date
  /** Of a decision: what could have been done. */
  readonly options?: readonly string[]
  /** Why; a decision needs one. */
  readonly reason?: string
}

/** Writes a timeline entry, in the name of whoever acts, under the record's own guards. Gives its id. */
export async function addEntry(tx: Tx, record: string, recordGuards: Guards, entry: NewEntry): Promise<string> {
  const id = randomUUID()
  await tx.db
    .insertInto('timeline_entry')
    .values({
      id,
      at: tx.now,
      record_id: record,
      kind: entry.kind,
      happened_at: entry.happenedAt ?? tx.now,
      author_id: tx.reader.account,
      author_name: tx.reader.name,
      words: entry.words,
      options: [...(entry.options ?? [])],
      reason: entry.reason ?? null,
      ...guardColumns(recordGuards),
    })
    .execute()
  return id
}
