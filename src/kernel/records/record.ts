import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { choice } from '#platform/forms/fields.ts'
import { sameVersion } from '../organisation/versions.ts'
import { guardColumns, type Guards } from './guards.ts'
import { newReference } from './reference.ts'
import { addEntries, addEntry, type NewEntry } from './timeline.ts'

/** Every kind of record, with the prefix of its references and its words. A kind's module adds it here and in a migration. */
export const RECORD_KINDS = {
  finding: { prefix: 'FIN', words: 'finding', href: '/effectiveness/findings/' },
  'problem-plan': { prefix: 'PRB', words: 'problem plan', href: '/prevent/problems/' },
  engagement: { prefix: 'ENG', words: 'engagement', href: '/prevent/engagements/' },
  'key-individual': { prefix: 'KIN', words: 'key individual', href: '/prevent/key-individuals/' },
  'hand-over': { prefix: 'HOV', words: 'hand-over pack', href: '/prevent/hand-overs/' },
  victim: { prefix: 'VIC', words: 'victim', href: '/victims/' },
  'asb-case': { prefix: 'ASB', words: 'case of anti-social behaviour', href: '/prevent/antisocial-behaviour/' },
} as const
export type RecordKind = keyof typeof RECORD_KINDS

/** A record of any kind, as an operation's input names it. */
export const recordKind = choice('The kind of record', keysOf(RECORD_KINDS))
export const recordId = z.uuid({ error: 'This is not the reference of a record' })

/** Where a record's own page is. */
export function recordHref(kind: RecordKind, id: string): string {
  return `${RECORD_KINDS[kind].href}${id}`
}

/** A stage's code as words: "being progressed". */
export function stageWords(stage: string): string {
  return stage.replaceAll('-', ' ')
}

export function isRecordKind(kind: string): kind is RecordKind {
  return Object.hasOwn(RECORD_KINDS, kind)
}

export interface NewRecord {
  readonly kind: RecordKind
  readonly title: string
  readonly stage: string
  /** What it is found by besides its title. */
  readonly words: string
  readonly guards: Guards
}

/** The supertype's part of a record. Times are instants. */
export interface RecordRow {
  readonly id: string
  readonly kind: RecordKind
  readonly reference: string
  readonly title: string
  readonly stage: string
  readonly guards: Guards
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly version: number
}

/** Opens a record and writes the first entry of its timeline. The kind's own row is the module's to add, under the same id. */
export async function openRecord(
  tx: Tx,
  record: NewRecord,
): Promise<{ readonly id: string; readonly reference: string }> {
  const [opened] = await openRecords(tx, [record])
  if (opened === undefined) throw new Error('No record was opened.')
  return opened
}

/** The same of many, in two statements. Gives them in their order. */
export async function openRecords(
  tx: Tx,
  records: readonly NewRecord[],
): Promise<readonly { readonly id: string; readonly reference: string }[]> {
  if (records.length === 0) return []
  const opened = records.map((record) => ({
    record,
    id: randomUUID(),
    reference: newReference(RECORD_KINDS[record.kind].prefix),
  }))
  await tx.db
    .insertInto('record')
    .values(
      opened.map(({ record: { kind, title, stage, words, guards }, id, reference }) => ({
        id,
        kind,
        reference,
        title,
        stage,
        words,
        ...guardColumns(guards),
        opened_by: tx.reader.account,
        opened_at: tx.now,
      })),
    )
    .execute()
  await addEntries(
    tx,
    opened.map(({ record: { kind, guards }, id }) => ({
      record: id,
      guards,
      entry: { kind: 'opened', words: `Opened this ${RECORD_KINDS[kind].words}.` },
    })),
  )
  return opened.map(({ id, reference }) => ({ id, reference }))
}

/** The record, by id. Throws NotFound, whether there is none or it is out of this reader's reach. */
export function getRecord(tx: Tx, kind: RecordKind, id: string): Promise<RecordRow> {
  return readRecord(tx, kind, id, '')
}

/** The same, locked until the transaction ends, to be changed. Throws Conflict when it was saved since `seen`. */
export async function lockRecord(tx: Tx, kind: RecordKind, id: string, seen: number): Promise<RecordRow> {
  const record = await readRecord(tx, kind, id, 'FOR UPDATE')
  sameVersion(record, seen)
  return record
}

/** Saves a locked record's new title, stage, words or end, as its next version. Its line in the timeline is `entry`. */
export async function changeRecord(
  tx: Tx,
  record: RecordRow,
  change: {
    readonly title?: string
    readonly stage?: string
    readonly words?: string
    readonly closedAt?: Date | null
  },
  entry?: NewEntry,
): Promise<void> {
  await tx.db
    .updateTable('record')
    .set({
      ...(change.title !== undefined && { title: change.title }),
      ...(change.stage !== undefined && { stage: change.stage }),
      ...(change.words !== undefined && { words: change.words }),
      ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
      version: record.version + 1,
    })
    .where('id', '=', record.id)
    .execute()
  if (entry !== undefined) await addEntry(tx, record.id, record.guards, entry)
}

async function readRecord(tx: Tx, kind: RecordKind, id: string, lock: '' | 'FOR UPDATE'): Promise<RecordRow> {
  const [row] = rowsAs<Omit<RecordRow, 'guards'> & Guards>(
    await tx.client.query(
      `SELECT id, kind, reference, title, stage, area_id AS area, unit_id AS unit, owner_id AS owner, marking,
        compartment_id AS compartment, opened_at AS "openedAt", closed_at AS "closedAt", version
      FROM record WHERE id = $1 AND kind = $2 ${lock}`,
      [id, kind],
    ),
  )
  if (row === undefined) throw new NotFound({ kind, id })
  const { area, unit, owner, marking, compartment, ...rest } = row
  return { ...rest, guards: { area, unit, owner, marking, compartment } }
}
