import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import { Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalId, optionalText, text, wholeNumber } from '#platform/forms/fields.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { getDocument } from '../documents/row.ts'
import { mayBeOpened } from '../documents/rules/doc04-withdrawal.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { today } from '../organisation/today.ts'
import { getRecord, recordKind, type RecordKind, type RecordRow } from '../records/record.ts'
import { markedWithinClearance } from '../records/rules/rec01-own-clearance.ts'
import { inOwnCompartment } from '../records/rules/rec02-own-compartment.ts'
import { notAhead } from '../records/rules/rec04-not-ahead.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from './row.ts'
import { guardedAsDocument, type OwnGuards } from './rules/evd02-own-guards.ts'

export interface NewEvidence {
  readonly title: string
  readonly kind: EvidenceKind
  /** Of a framework: `PEEL2016/E1.2`; null where it speaks for its record alone. */
  readonly question: string | null
  /** Of the kind `document`: which; of the kind `measure`: the frozen figure. Otherwise null. */
  readonly document: string | null
  readonly snapshot: string | null
  readonly words: string
  /** Civil date of which it tells, and for how many days it is worth something. */
  readonly observedOn: string
  readonly keepsDays: number
  /** Its own guards, on top of its record's. */
  readonly marking: Marking
  readonly compartment: number | null
}

/**
 * Adds evidence for a record, a question, or both. It writes no line in the record's timeline, which those outside its own
 * guards read: its list and the audit say when it came. Throws RuleRefused (REC01, REC02, REC04, EVD02), Invalid, or NotFound
 * for a document or figure that is not open to who adds it. Gives its id.
 */
export async function addEvidence(tx: Tx, record: RecordRow | null, evidence: NewEvidence): Promise<string> {
  const { account, clearance, compartments } = tx.reader
  if (account === null) throw new Forbidden()
  refuseOn(notAhead(evidence.observedOn, today(tx)))
  const guards = guardedAsDocument(evidence, await documentGuards(tx, evidence))
  if ('rule' in guards) {
    refuseOn(guards)
    throw new Forbidden()
  }
  refuseOn(markedWithinClearance(guards.marking, clearance), inOwnCompartment(guards.compartment, compartments))
  const id = randomUUID()
  await tx.db
    .insertInto('evidence')
    .values({
      id,
      record_id: record?.id ?? null,
      question: evidence.question,
      title: evidence.title,
      kind: evidence.kind,
      document_id: evidence.document,
      measure: await measureOf(tx, evidence),
      snapshot_id: evidence.snapshot,
      words: evidence.words,
      observed_on: evidence.observedOn,
      keeps_days: evidence.keepsDays,
      added_by: account,
      added_at: tx.now,
      marking: guards.marking,
      compartment_id: guards.compartment,
    })
    .execute()
  return id
}

async function documentGuards(tx: Tx, { kind, document }: NewEvidence): Promise<OwnGuards | null> {
  if ((kind === 'document') !== (document !== null)) throw new Invalid({ document: 'Choose the document that it is' })
  if (document === null) return null
  const found = await getDocument(tx, document)
  refuseOn(mayBeOpened(found.withdrawnAt, tx.reader.roles))
  return found
}

async function measureOf(tx: Tx, { kind, snapshot }: NewEvidence): Promise<string | null> {
  if ((kind === 'measure') !== (snapshot !== null))
    throw new Invalid({ snapshot: 'Freeze the figure that it is first' })
  if (snapshot === null) return null
  const [row] = rowsAs<{ measure: string }>(
    await tx.client.query('SELECT measure FROM measure_snapshot WHERE id = $1', [snapshot]),
  )
  if (row === undefined) throw new NotFound({ kind: 'measure-snapshot', id: snapshot })
  return row.measure
}

const uuidOrNothing = (error: string) =>
  z
    .union([z.null(), z.literal('').transform(() => null), z.uuid({ error })], { error })
    .optional()
    .transform((value) => value ?? null)

export const addEvidenceCommand = command({
  name: 'evidence.add',
  summary: 'Add evidence for a record, or for a question of the inspection',
  input: z
    .object({
      /** The record that it is for; both left out for a question alone. */
      kind: recordKind.optional(),
      id: uuidOrNothing('This is not the reference of a record'),
      question: optionalText('Question', 60),
      title: text('Title', 300),
      is: choice('What it is', keysOf(EVIDENCE_KINDS)),
      document: uuidOrNothing('Choose the document that it is'),
      snapshot: uuidOrNothing('This is not the reference of a frozen figure'),
      words: optionalText('What it shows', 4000),
      observedOn: civilDate('Day it tells of'),
      keepsDays: wholeNumber('Days that it keeps', { min: 1, max: 3650 }),
      marking: choice('The marking', MARKINGS),
      compartment: optionalId('Compartment'),
    })
    .refine(({ kind, id, question }) => (kind === undefined) === (id === null) && (id !== null || question !== null), {
      error: 'Say what it is evidence for: a record, a question, or both',
    }),
  output: z.object({ id: z.string(), kind: recordKind.nullable(), record: z.string().nullable() }),
  access: { staff: 'any' },
  purpose: 'evidence',
  audit: {
    event: 'evidence.added',
    subjects: (input, { id }) => [
      { kind: 'evidence', id },
      ...(input.kind === undefined || input.id === null ? [] : [{ kind: input.kind, id: input.id }]),
    ],
    detail: ({ question, is, document, snapshot }) => ({ question, is, document, snapshot }),
  },
  async run(tx, { kind, id, is, words, ...input }) {
    const record = await recordOf(tx, kind, id)
    const added = await addEvidence(tx, record, { ...input, kind: is, words: words ?? '' })
    return { id: added, kind: record?.kind ?? null, record: record?.id ?? null }
  },
})

async function recordOf(tx: Tx, kind: RecordKind | undefined, id: string | null): Promise<RecordRow | null> {
  return kind === undefined || id === null ? null : getRecord(tx, kind, id)
}
