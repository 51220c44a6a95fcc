import { randomUUID } from 'node:crypto'
import { z } from 'zod'
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
  const [id] = await addEntries(tx, [{ record, guards: recordGuards, entry }])
  if (id === undefined) throw new Error('No entry was written.')
  return id
}

interface EntryOf {
  readonly record: string
  readonly guards: Guards
  readonly entry: NewEntry
}

/** The same of many records, in one statement. */
export async function addEntries(tx: Tx, entries: readonly EntryOf[]): Promise<readonly string[]> {
  const rows = entries.map(({ record, guards, entry }) => ({
    id: randomUUID(),
    at: tx.now,
    record_id: record,
    kind: entry.kind,
    happened_at: entry.happenedAt ?? tx.now,
    author_id: tx.reader.account,
    author_name: tx.reader.name,
    words: entry.words,
    options: [...(entry.options ?? [])],
    reason: entry.reason ?? null,
    ...guardColumns(guards),
  }))
  if (rows.length > 0) await tx.db.insertInto('timeline_entry').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** An entry as it is read. Times are instants. */
export const timelineEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(ENTRY_KINDS),
  happenedAt: z.iso.datetime(),
  author: z.string(),
  words: z.string(),
  options: z.array(z.string()),
  reason: z.string().nullable(),
})
export type TimelineEntry = z.output<typeof timelineEntry>

export const timelinePage = z.object({
  entries: z.array(timelineEntry),
  /** The id after which the next, older page begins; null on the last. */
  older: z.string().nullable(),
})
export type TimelinePage = z.output<typeof timelinePage>

const TIMELINE_PAGE = 50

/** A page of a record's timeline, newest first; from the entry `after` on, where one is named. */
export async function readTimeline(tx: Tx, record: string, after: string | null = null): Promise<TimelinePage> {
  const { rows } = await tx.client.query<Omit<TimelineEntry, 'at' | 'happenedAt'> & { at: Date; happenedAt: Date }>(
    `SELECT t.id, t.at, t.kind, t.happened_at AS "happenedAt", t.author_name AS author, t.words, t.options, t.reason
    FROM timeline_entry t WHERE t.record_id = $1
      ${after === null ? '' : `AND (t.at, t.id) < (SELECT a.at, a.id FROM timeline_entry a WHERE a.record_id = $1 AND a.id = $2)`}
    ORDER BY t.at DESC, t.id DESC LIMIT ${TIMELINE_PAGE + 1}`,
    after === null ? [record] : [record, after],
  )
  const entries = rows.slice(0, TIMELINE_PAGE)
  return {
    entries: entries.map((row) => ({ ...row, at: row.at.toISOString(), happenedAt: row.happenedAt.toISOString() })),
    older: rows.length > TIMELINE_PAGE ? (entries.at(-1)?.id ?? null) : null,
  }
}
