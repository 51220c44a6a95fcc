import { createAreaIndex, type AreaIndex } from '#calculations/geometry/area-index.ts'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import { findForce } from '#kernel/areas/reference/forces.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { StreetRow } from './check-row.ts'

/** Whether points lie in the area of a force; remembers its answers, since street files use the same points again. */
export interface ForceArea {
  isOutside(point: NonNullable<StreetRow['point']>): boolean
}

/** The force's outline, or null where none is loaded (or the force has no area of its own). */
export async function findForceArea(tx: Tx, force: string): Promise<ForceArea | null> {
  const code = findForce(force)?.areaCode ?? null
  const { rows } = await tx.client.query<{ geometry: AreaGeometry }>(
    `SELECT boundary AS geometry FROM area WHERE kind = 'force' AND code = $1 AND boundary IS NOT NULL`,
    [code],
  )
  const outline = rows[0]
  return outline === undefined ? null : forceAreaOf(createAreaIndex([{ id: 0, geometry: outline.geometry }]))
}

function forceAreaOf(index: AreaIndex<number>): ForceArea {
  const outside = new Map<string, boolean>()
  return {
    isOutside: ({ longitude, latitude }) => {
      const key = `${longitude} ${latitude}`
      const known = outside.get(key)
      if (known !== undefined) return known
      const answer = index.areasAt([Number(longitude), Number(latitude)]).length === 0
      outside.set(key, answer)
      return answer
    },
  }
}
