import { z } from 'zod'
import { getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { rowsAs } from '#platform/edge.ts'
import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { recordKind, type RecordKind } from '../records/record.ts'
import { today } from '../organisation/today.ts'
import { ageOn, EVIDENCE_AGES, staleFrom } from './rules/evd01-age.ts'
import { heldUnder } from './rules/evd02-own-guards.ts'

export const EVIDENCE_KINDS = {
  document: 'Document',
  measure: 'Measure',
  audit: 'Audit',
  visit: 'Visit',
  statement: 'Statement',
} as const
export type EvidenceKind = keyof typeof EVIDENCE_KINDS

/** Evidence as it is read. `observedOn` and `staleFrom` are civil dates; times are instants. */
export const evidenceView = z.object({
  id: z.string(),
  record: z.object({ id: z.string(), kind: recordKind, reference: z.string() }).nullable(),
  /** Of a framework: `PEEL2016/E1.2`. */
  question: z.string().nullable(),
  title: z.string(),
  kind: z.enum(['document', 'measure', 'audit', 'visit', 'statement']),
  document: z.string().nullable(),
  measure: z.string().nullable(),
  words: z.string(),
  observedOn: z.string(),
  keepsDays: z.int(),
  /** What it is worth today. */
  age: z.enum(EVIDENCE_AGES),
  staleFrom: z.string(),
  addedBy: z.string(),
  addedByName: z.string(),
  addedAt: z.iso.datetime(),
  withdrawnReason: z.string().nullable(),
  /** The higher of its own and its record's. */
  marking: z.enum(MARKINGS),
  /** In a compartment, its own or its record's. */
  closed: z.boolean(),
  version: z.int(),
})
export type EvidenceView = z.output<typeof evidenceView>

export interface EvidenceRow {
  readonly id: string
  readonly recordId: string | null
  readonly recordKind: RecordKind | null
  readonly reference: string | null
  readonly recordMarking: Marking | null
  readonly recordCompartment: number | null
  readonly question: string | null
  readonly title: string
  readonly kind: EvidenceKind
  readonly document: string | null
  readonly measure: string | null
  readonly words: string
  readonly observedOn: string
  readonly keepsDays: number
  readonly addedBy: string
  readonly addedByName: string
  readonly addedAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
  readonly marking: Marking
  readonly compartment: number | null
  readonly version: number
}

export const EVIDENCE_SELECT = `SELECT e.id, e.record_id AS "recordId", r.kind AS "recordKind", r.reference,
    r.marking AS "recordMarking", r.compartment_id AS "recordCompartment", e.question, e.title, e.kind,
    e.document_id AS document, e.measure, e.words, e.observed_on::text AS "observedOn", e.keeps_days AS "keepsDays",
    e.added_by AS "addedBy", a.name AS "addedByName", e.added_at AS "addedAt", e.withdrawn_at AS "withdrawnAt",
    e.withdrawn_reason AS "withdrawnReason", e.marking, e.compartment_id AS compartment, e.version
  FROM evidence e JOIN account a ON a.id = e.added_by LEFT JOIN record r ON r.id = e.record_id`

export function evidenceViewOf(tx: Tx, row: EvidenceRow): EvidenceView {
  const kept = {
    observedOn: getCivilDate(row.observedOn),
    keepsDays: row.keepsDays,
    withdrawnOn: row.withdrawnAt === null ? null : londonDateAt(row.withdrawnAt),
  }
  const record = row.recordMarking === null ? null : { marking: row.recordMarking, compartment: row.recordCompartment }
  const under = heldUnder(row, record)
  return {
    id: row.id,
    record:
      row.recordId === null || row.recordKind === null || row.reference === null
        ? null
        : { id: row.recordId, kind: row.recordKind, reference: row.reference },
    question: row.question,
    title: row.title,
    kind: row.kind,
    document: row.document,
    measure: row.measure,
    words: row.words,
    observedOn: row.observedOn,
    keepsDays: row.keepsDays,
    age: ageOn(kept, today(tx)),
    staleFrom: staleFrom(kept),
    addedBy: row.addedBy,
    addedByName: row.addedByName,
    addedAt: row.addedAt.toISOString(),
    withdrawnReason: row.withdrawnReason,
    marking: under.marking,
    closed: under.compartments.length > 0,
    version: row.version,
  }
}

/** Throws NotFound, whether there is none or it is not open to this reader. */
export async function getEvidence(tx: Tx, id: string, lock: '' | 'FOR UPDATE OF e' = ''): Promise<EvidenceRow> {
  const [row] = rowsAs<EvidenceRow>(await tx.client.query(`${EVIDENCE_SELECT} WHERE e.id = $1 ${lock}`, [id]))
  if (row === undefined) throw new NotFound({ kind: 'evidence', id })
  return row
}

export const evidenceId = z.uuid({ error: 'This is not the reference of evidence' })
