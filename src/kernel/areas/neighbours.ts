import { touching } from '#calculations/geometry/touching.ts'
import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { AreaKind } from './kinds.ts'

/** Outlines of one border, drawn twice, lie some metres apart [default]. */
const METRES = 50

export interface Neighbours {
  /** Ids of the live areas of the kind that touch one of these, themselves left out; undefined where no outline tells. */
  touching(ids: readonly number[]): readonly number[] | undefined
}

/** Which live areas of a kind touch which, by their outlines. */
export async function neighboursOfKind(tx: Tx, kind: AreaKind): Promise<Neighbours> {
  const all = rowsAs<{ id: number; geometry: AreaGeometry }>(
    await tx.client.query(
      `SELECT id, boundary AS geometry FROM area WHERE kind = $1 AND valid_to IS NULL AND boundary IS NOT NULL ORDER BY id`,
      [kind],
    ),
  )
  return {
    touching: (ids) => {
      const own = all.filter(({ id }) => ids.includes(id))
      if (own.length < ids.length) return undefined
      const others = all.filter(({ id }) => !ids.includes(id))
      return touching(
        own.map(({ geometry }) => geometry),
        others,
        METRES,
      )
    },
  }
}
