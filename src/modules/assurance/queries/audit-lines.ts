import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { OUTCOMES } from './audit-filter.ts'

/** A line of the audit as pages and files show it. */
export const auditLine = z.object({
  /** Its address: `1795445100000000-42`. */
  place: z.string(),
  at: z.iso.datetime(),
  /** The account's name as it is now, leavers too, or the name of a system. */
  who: z.string(),
  account: z.uuid().nullable(),
  left: z.boolean(),
  event: z.string(),
  outcome: z.enum(OUTCOMES),
  purpose: z.string(),
  origin: z.string(),
  requestId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  subjects: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() })),
  subjectCount: z.int(),
})
export type AuditLine = z.output<typeof auditLine>

type Row = Omit<AuditLine, 'at'> & { readonly at: Date }

const UUID = `'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'`

/** The statement that reads the lines a search finds, with names, which the audit itself does not hold. */
export function linesStatement(search: string, subjects: number): string {
  return `SELECT
      (extract(epoch FROM e.at) * 1000000)::bigint || '-' || e.id AS place, e.at,
      coalesce(a.name, e.system_name, e.principal) AS who, e.account_id AS account, a.left_at <= now() IS TRUE AS left,
      e.event, e.outcome, e.purpose, e.origin, e.request_id AS "requestId", e.detail,
      coalesce(about.subjects, '[]') AS subjects, coalesce(about.count, 0)::int AS "subjectCount"
    FROM (${search}) AS e LEFT JOIN account a ON a.id = e.account_id
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('kind', kind, 'id', subject, 'name', name) ORDER BY kind, subject)
        FILTER (WHERE place <= ${subjects}) AS subjects, count(*) AS count
      FROM (SELECT s.kind, s.subject, row_number() OVER (ORDER BY s.kind, s.subject) AS place,
          CASE WHEN s.kind = 'account' AND s.subject ~ ${UUID}
            THEN (SELECT b.name FROM account b WHERE b.id = s.subject::uuid) END AS name
        FROM audit_subject s
        WHERE s.at = e.at AND s.audit_id = e.id) AS each_subject
    ) AS about ON true
    ORDER BY e.at DESC, e.id DESC`
}

/** Reads them; `subjects` at most a line. */
export async function readLines(tx: Tx, search: string, subjects: number): Promise<AuditLine[]> {
  const result = await tx.client.query(linesStatement(search, subjects))
  return rowsAs<Row>(result).map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Accounts that a collar number, an id or part of a name can mean; eleven at most. */
export async function findReaders(
  tx: Tx,
  text: string,
): Promise<readonly { id: string; name: string; number: string | null }[]> {
  const result = await tx.client.query(
    `SELECT id, name, number FROM account
    WHERE id::text = lower($1) OR number = $1 OR strpos(lower(name), lower($1)) > 0
    ORDER BY id::text = lower($1) DESC, (number = $1) IS TRUE DESC, lower(name) = lower($1) DESC, name, id LIMIT 11`,
    [text],
  )
  const found = rowsAs<{ id: string; name: string; number: string | null }>(result)
  const [first] = found
  // A number or an id means one person, whoever else has it in their name.
  return first !== undefined && (first.number === text || first.id === text.toLowerCase()) ? [first] : found
}
