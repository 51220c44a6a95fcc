import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { today } from '../organisation/today.ts'
import { RANKS } from './ranks.ts'
import type { Organisation, Post } from './who-to-tell.ts'

/** The units, and the posts of today of everybody who can be told: those who lead, and the owners named. */
export async function readOrganisation(tx: Tx, owners: readonly string[]): Promise<Organisation> {
  const units = rowsAs<{ id: number; parent: number | null; area: number | null }>(
    await tx.client.query('SELECT id, parent_id AS parent, area_id AS area FROM unit'),
  )
  const posts = rowsAs<Post>(
    await tx.client.query(
      `SELECT p.account_id AS account, p.unit_id AS unit, p.roles, p.force_wide AS "forceWide", a.clearance
      FROM posting p JOIN account a ON a.id = p.account_id
      WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity') AND a.principal = 'staff'
        AND (a.left_at IS NULL OR a.left_at > $2) AND (p.roles && $3::text[] OR p.account_id = ANY ($4::uuid[]))`,
      [today(tx), tx.now, RANKS.slice(1), owners],
    ),
  )
  return { units: new Map(units.map(({ id, ...unit }) => [id, unit])), posts }
}
