import { createAreaIndex, type AreaIndex } from '#calculations/geometry/area-index.ts'
import { outlines, outlinesVersion } from '#kernel/areas/outlines.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** Finds the areas of points; keeps its index for as long as no outline changes. */
export interface AreaPlacer {
  index(tx: Tx): Promise<AreaIndex<number>>
}

export function createAreaPlacer(): AreaPlacer {
  let made: { readonly version: string; readonly index: AreaIndex<number> } | null = null
  return {
    index: async (tx) => {
      const version = await outlinesVersion(tx)
      if (made?.version !== version) made = { version, index: createAreaIndex(await outlines(tx)) }
      return made.index
    },
  }
}
