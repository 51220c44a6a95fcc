import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'
import { optionalCivilDate, optionalText } from '#platform/forms/fields.ts'
import { literal } from '#platform/db/literal.ts'

export const OUTCOMES = ['done', 'intended', 'refused', 'missed', 'hidden', 'failed'] as const

/** What an auditor may ask of the audit: about whom or what, read by whom, when, which event, how it ended. */
export const auditFilter = {
  kind: optionalText('Kind', 60),
  subject: optionalText('Reference', 200),
  /** A collar number, an account's id, or part of a name. */
  reader: optionalText('Who read or changed', 100),
  event: optionalText('Event', 100),
  outcome: z
    .union([
      z.enum(OUTCOMES, { error: 'Choose how it ended from the list' }),
      z.literal('').transform(() => null),
      z.null(),
    ])
    .optional()
    .transform((value) => value ?? null),
  from: optionalCivilDate('From'),
  to: optionalCivilDate('To'),
} as const

const shape = z.object(auditFilter)
export type AuditFilter = z.output<typeof shape>

/** One line of the audit: `moment` is microseconds since 1970, as text. */
export interface EntryPlace {
  readonly moment: string
  readonly id: string
}

/** `1795445100000000-42`: when and which; the address of an entry, and where a page of fifty begins. */
export const entryPlace = z
  .string()
  .regex(/^\d{1,17}-\d{1,15}$/, { error: 'This is not the address of a line of the audit' })
  .transform((text): EntryPlace => {
    const [moment = '', id = ''] = text.split('-')
    return { moment, id }
  })

/** Days shown where neither a subject nor a reader is named: the newest are what one looks for then. */
const DAYS_WITHOUT_NAME = 2

/**
 * The statement that finds lines, newest first. With a subject it walks `audit_subject_lookup`, with a reader
 * `audit_event_reader`, else the days asked for: each page costs the same however long the log is.
 */
export function auditSearch(
  filter: Omit<AuditFilter, 'reader'>,
  account: string | null,
  before: EntryPlace | null,
  limit: number,
  now: Date,
): string {
  const bySubject = filter.subject !== null
  if (bySubject && filter.kind === null)
    throw new Invalid({ kind: 'Enter what kind of thing the reference is, such as document' })
  const [at, id] = bySubject ? ['s.at', 's.audit_id'] : ['e.at', 'e.id']
  const named = bySubject || account !== null
  const conditions = [
    bySubject ? `s.kind = ${literal(filter.kind)} AND s.subject = ${literal(filter.subject)}` : null,
    account === null ? null : `e.account_id = ${literal(account)}::uuid`,
    filter.event === null ? null : `e.event = ${literal(filter.event)}`,
    filter.outcome === null ? null : `e.outcome = ${literal(filter.outcome)}`,
    filter.from === null ? null : `${at} >= ${midnight(filter.from, 0)}`,
    filter.to === null ? null : `${at} < ${midnight(filter.to, 1)}`,
    named || filter.from !== null ? null : `${at} >= ${literal(daysBefore(filter.to, now))}::timestamptz`,
    before === null ? null : `(${at}, ${id}) < (${instant(before.moment)}, ${before.id})`,
  ].filter((condition) => condition !== null)
  // OFFSET 0 keeps the planner to looking each line up as the subject's index gives it, newest first, and to stopping at
  // the limit: it takes the join for one row, whatever the log's size, and else may read the whole log.
  const source = bySubject
    ? `audit_subject s CROSS JOIN LATERAL
      (SELECT line.* FROM audit_event line WHERE line.at = s.at AND line.id = s.audit_id OFFSET 0) AS e`
    : 'audit_event e'
  return `SELECT e.* FROM ${source}
    WHERE ${conditions.join(' AND ')} ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit}`
}

/** London's midnight as the day begins, so many days later. */
function midnight(date: string, days: number): string {
  return `((${literal(date)}::date + ${days})::timestamp AT TIME ZONE 'Europe/London')`
}

export function instant(micros: string): string {
  return `(to_timestamp(0) + ${BigInt(micros)}::bigint * interval '1 microsecond')`
}

function daysBefore(to: string | null, now: Date): Date {
  const end = to === null ? now : new Date(`${to}T23:59:59Z`)
  return new Date(end.getTime() - DAYS_WITHOUT_NAME * 86_400_000)
}
