import type { Reader } from '#platform/access/reader.ts'
import type { RequestContext } from '#platform/db/context.ts'
import { arrayText, literal } from '#platform/db/literal.ts'

/** Whom or what an entry is about: `{ kind: 'account', id: '…' }`. */
export interface Subject {
  readonly kind: string
  readonly id: string | number
}

export type AuditOutcome = 'done' | 'intended' | 'refused' | 'missed' | 'hidden' | 'failed'

export interface AuditEntry {
  /** Dotted, past tense: `area.renamed`. */
  readonly event: string
  readonly outcome: AuditOutcome
  readonly subjects: readonly Subject[]
  /** Ids, counts and codes; never a name or free text about a person. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * The statement that writes an entry with its subjects: text, so that it can travel in the message of the COMMIT.
 * No RETURNING: those who write the audit may not read it.
 */
export function auditStatement(entry: AuditEntry, reader: Reader, request: RequestContext, now: Date): string {
  const subjects = distinct(entry.subjects)
  const line = [
    now,
    entry.event,
    entry.outcome,
    reader.principal,
    reader.account,
    reader.account === null ? reader.name : null,
    reader.posting,
    request.purpose,
    request.origin,
    request.requestId,
    JSON.stringify(entry.detail ?? {}),
    arrayText(subjects.map(({ kind }) => kind)),
    arrayText(subjects.map(({ id }) => String(id))),
  ]
  return `SELECT audit_append(${line.map(literal).join(', ')});`
}

function distinct(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [`${subject.kind} ${subject.id}`, subject])).values()]
}
