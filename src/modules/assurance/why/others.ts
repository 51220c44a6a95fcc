import type { Marking, Principal } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Guarded } from './subjects.ts'

/** Somebody who could open it, in one of their live postings. */
export interface Other {
  readonly account: string
  readonly name: string
  readonly posting: string
  readonly unit: string
  /** "Covers its area" */
  readonly ground: string
}

interface PostingRow {
  account: string
  name: string
  principal: Principal
  agency: number
  clearance: Marking
  posting: string
  unit: string
  force_wide: boolean
  inside: boolean
  reaches_area: boolean
  reaches_unit: boolean
}

/**
 * Every live posting whose holder could open it, by unit and name. The database works out how far each posting reaches;
 * the rule itself is the one that the words come from.
 */
export async function findOthers(tx: Tx, thing: Guarded): Promise<Other[]> {
  const { rows } = await tx.client.query<PostingRow>(POSTINGS, [tx.now, thing.area, thing.unit, thing.compartment])
  return rows.flatMap((row) => {
    const ground = thing.ground({
      principal: row.principal,
      account: row.account,
      agency: row.agency,
      clearance: row.clearance,
      forceWide: row.force_wide,
      areas: row.reaches_area && thing.area !== null ? [thing.area] : [],
      units: row.reaches_unit && thing.unit !== null ? [thing.unit] : [],
      compartments: row.inside && thing.compartment !== null ? [thing.compartment] : [],
    })
    return ground === null
      ? []
      : [{ account: row.account, name: row.name, posting: row.posting, unit: row.unit, ground }]
  })
}

// The other way round than reach_areas() and reach_units(): from the one area and unit up to the units that reach them.
const POSTINGS = `
  WITH RECURSIVE today AS (
    SELECT ($1::timestamptz AT TIME ZONE 'Europe/London')::date AS day
  ), holding AS (
    SELECT u.id, u.parent_id FROM unit u WHERE u.area_id = $2::bigint
      OR u.area_id IN (SELECT n.outer_area FROM area_nesting n JOIN area a ON a.id = n.inner_area
        WHERE n.inner_area = $2::bigint AND a.kind IN ('policing-area', 'local-authority', 'ward', 'neighbourhood'))
  ), area_reach AS (
    SELECT id, parent_id FROM holding UNION SELECT u.id, u.parent_id FROM unit u JOIN area_reach r ON u.id = r.parent_id
  ), unit_reach AS (
    SELECT id, parent_id FROM unit WHERE id = $3::bigint
    UNION SELECT u.id, u.parent_id FROM unit u JOIN unit_reach r ON u.id = r.parent_id
  ), inside AS (
    SELECT m.account_id FROM compartment_member m, today
    WHERE m.compartment_id = $4::bigint AND today.day BETWEEN m.starts AND coalesce(m.ends, 'infinity')
  )
  SELECT a.id AS account, a.name, a.principal, a.agency_id AS agency, a.clearance, p.title AS posting, u.name AS unit,
    p.force_wide, a.id IN (SELECT account_id FROM inside) AS inside,
    p.unit_id IN (SELECT id FROM area_reach) AS reaches_area,
    p.unit_id IN (SELECT id FROM unit_reach) AS reaches_unit
  FROM today, posting p JOIN account a ON a.id = p.account_id JOIN unit u ON u.id = p.unit_id
  WHERE (a.left_at IS NULL OR a.left_at > $1) AND today.day BETWEEN p.starts AND coalesce(p.ends, 'infinity')
  ORDER BY u.name, a.name, p.title, p.id`
