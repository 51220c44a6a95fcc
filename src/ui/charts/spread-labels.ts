/**
 * Moves labels apart so that none stands on another: each at least `gap` below the one before, all between `top` and
 * `bottom` where there is room, and as near as can be to where they belong. Gives the new places in the order given.
 */
export function spreadLabels(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  let next = top
  for (const label of order) {
    label.at = Math.max(label.at, next)
    next = label.at + gap
  }
  let limit = bottom
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, limit)
    limit = label.at - gap
  }
  return order.sort((a, b) => a.index - b.index).map(({ at }) => at)
}
