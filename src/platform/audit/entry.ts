import type { Reader } from '#platform/access/reader.ts'
import type { RequestContext } from '#platform/db/context.ts'
import { literal } from '#platform/db/literal.ts'

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
  const at = `${literal(now)}::timestamptz`
  const insert = `INSERT INTO audit_event (id, at, event, outcome, principal, account_id, system_name, posting_id,
    purpose, origin, request_id, detail)
    SELECT id, ${at}, ${literal(entry.event)}, ${literal(entry.outcome)}, ${literal(reader.principal)},
    ${literal(reader.account)}::uuid, ${literal(reader.account === null ? reader.name : null)},
    ${literal(reader.posting)}::bigint, ${literal(request.purpose)}, ${literal(request.origin)},
    ${literal(request.requestId)}, ${literal(JSON.stringify(entry.detail ?? {}))}::jsonb FROM next`
  const next = `next AS MATERIALIZED (SELECT nextval('audit_event_id') AS id)`
  const subjects = distinct(entry.subjects)
  if (subjects.length === 0) return `WITH ${next} ${insert};`
  const values = subjects.map(({ kind, id }) => `(${literal(kind)}, ${literal(String(id))})`)
  return `WITH ${next}, event AS (${insert})
    INSERT INTO audit_subject (at, audit_id, kind, subject)
    SELECT ${at}, next.id, about.kind, about.subject FROM next, (VALUES ${values.join(',')}) AS about (kind, subject);`
}

function distinct(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [`${subject.kind} ${subject.id}`, subject])).values()]
}
