import type pg from 'pg'
import type { Marking, Principal, Reader } from './reader.ts'
import { postingOpens } from './identities.ts'

interface AccountRow {
  readonly principal: Principal
  readonly name: string
  readonly agency_id: number
  readonly clearance: Marking
  readonly posting_id: number
  readonly title: string
  readonly roles: string[]
  readonly force_wide: boolean
  readonly areas: number[] | null
  readonly units: number[] | null
  readonly compartments: number[] | null
}

/**
 * An account's rights at this moment, without a session: for work that runs on somebody's behalf after they asked. In
 * the posting in which they asked while that lasts, else in their newest; null when they have left or none is live.
 * Wants the gate's role.
 */
export async function findReaderOfAccount(
  client: pg.ClientBase,
  asked: { readonly account: string | null; readonly posting: number | null },
  now: Date,
): Promise<Reader | null> {
  const { rows } = await client.query<AccountRow>(
    `WITH today AS (SELECT ($3::timestamptz AT TIME ZONE 'Europe/London')::date AS date)
    SELECT a.principal, a.name, a.agency_id, a.clearance, p.id AS posting_id, p.title, p.roles, p.force_wide,
      (SELECT array_agg(id) FROM reach_units(p.unit_id) AS id) AS units,
      (SELECT array_agg(DISTINCT id) FROM reach_areas(p.unit_id) AS id) AS areas,
      (SELECT array_agg(m.compartment_id) FROM compartment_member m WHERE m.account_id = a.id
        AND today.date BETWEEN m.starts AND coalesce(m.ends, 'infinity')) AS compartments
    FROM account a CROSS JOIN today
    JOIN posting p ON p.account_id = a.id AND today.date BETWEEN p.starts AND coalesce(p.ends, 'infinity')
      AND ${postingOpens('$3::timestamptz')}
    WHERE a.id = $1 AND (a.left_at IS NULL OR a.left_at > $3)
    ORDER BY p.id = $2 DESC NULLS LAST, p.starts DESC, p.id LIMIT 1`,
    [asked.account, asked.posting, now],
  )
  const row = rows[0]
  if (row === undefined) return null
  return {
    principal: row.principal,
    account: asked.account,
    name: row.name,
    posting: row.posting_id,
    postingTitle: row.title,
    agency: row.agency_id,
    roles: row.roles,
    areas: row.areas ?? [],
    units: row.units ?? [],
    forceWide: row.force_wide,
    clearance: row.clearance,
    compartments: row.compartments ?? [],
  }
}
