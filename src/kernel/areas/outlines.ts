import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { AreaKind } from './kinds.ts'

/** An area that has an outline. */
export interface Outlined {
  readonly id: number
  readonly kind: AreaKind
  readonly geometry: AreaGeometry
}

/**
 * Areas in which points are looked for: those with an outline, the ended ones too (what happened in 2016 lies in the areas
 * of 2016), but no schematic ones that real outlines have taken the place of.
 */
export const HAS_OUTLINE = 'boundary IS NOT NULL AND NOT (schematic AND valid_to IS NOT NULL)'

/** Every outline. Boundaries are checked before they are stored, so they are taken as they are. */
export async function outlines(tx: Tx): Promise<Outlined[]> {
  const { rows } = await tx.client.query<Outlined>(
    `SELECT id, kind, boundary AS geometry FROM area WHERE ${HAS_OUTLINE} ORDER BY id`,
  )
  return rows
}

/** Changes whenever an outline does: to know whether an index made before still holds. */
export async function outlinesVersion(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ version: string }>(
    `SELECT concat_ws(' ', count(*), coalesce(sum(version), 0), coalesce(max(id), 0)) AS version
     FROM area WHERE ${HAS_OUTLINE}`,
  )
  return rows[0]?.version ?? ''
}
