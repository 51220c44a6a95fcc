/**
 * For each p its q: the share of false finds among all that are at least as unlikely, were they all called finds.
 * Calling those with q of 0.05 or less holds false finds to one in twenty of what is found, and to one search in
 * twenty where there is nothing to find.
 *
 * `tests` is how many were made, where the ps of some are left out (each counts as 1). Source: Y. Benjamini and
 * Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300; neighbours that share cells are allowed
 * for as M. Caldas de Castro and B. H. Singer, Geographical Analysis 38 (2006) 180-208, found them to be.
 */
export function falseDiscoveryShares(ps: ArrayLike<number>, tests = ps.length): Float64Array {
  const p = Float64Array.from(ps)
  const order = Uint32Array.from(p.keys()).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0))
  const q = new Float64Array(p.length)
  let least = 1
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1] ?? 0
    least = Math.min(least, (p[at] ?? 1) * (tests / rank))
    q[at] = least
  }
  return q
}
