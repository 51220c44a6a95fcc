/** Somebody or something in a small network, so many steps from whom it is drawn around. */
export interface Stepped {
  readonly id: number
  readonly step: 1 | 2
}

export interface Columns {
  /** One step away, from the top. */
  readonly first: readonly number[]
  /** Two steps away, from the top. */
  readonly second: readonly number[]
}

/** How often the columns are put in order after one another: more changes nothing to speak of at 40 nodes. */
const SWEEPS = 6

/**
 * An order of both columns in which few ties cross: each is put at the mean of those that it is tied to in the other column,
 * in turn (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981). The same nodes in the same order give the same
 * drawing. Ties are between ids, either way round; those of one column with itself count for nothing.
 */
export function columnsOf(nodes: readonly Stepped[], ties: readonly (readonly [number, number])[]): Columns {
  let first = nodes.filter(({ step }) => step === 1).map(({ id }) => id)
  let second = nodes.filter(({ step }) => step === 2).map(({ id }) => id)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    second = ordered(second, first, ties)
    first = ordered(first, second, ties)
  }
  return { first, second: ordered(second, first, ties) }
}

/** By the mean place of what each is tied to; what is tied to nothing there keeps its own share of the height. */
function ordered(
  column: readonly number[],
  fixed: readonly number[],
  ties: readonly (readonly [number, number])[],
): number[] {
  const places = new Map(fixed.map((id, at) => [id, (at + 0.5) / fixed.length]))
  const means = new Map(
    column.map((id, at) => {
      const tied = ties.flatMap(([a, b]) => (a === id ? [places.get(b)] : b === id ? [places.get(a)] : []))
      const known = tied.filter((place) => place !== undefined)
      const mean =
        known.length === 0 ? (at + 0.5) / column.length : known.reduce((sum, one) => sum + one, 0) / known.length
      return [id, mean]
    }),
  )
  return column.toSorted((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0))
}
