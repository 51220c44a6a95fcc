/** A count as it may be published. `suppressed` cells show `words` where the number would lie. */
export type PublishedCount =
  { readonly kind: 'shown'; readonly count: number } | { readonly kind: 'suppressed'; readonly words: string }

/**
 * Hides counts from 1 up to, but not including, the threshold. Nought is shown: it tells of nobody.
 * Throws RangeError when the threshold is not a whole number from 1.
 */
export function suppressSmall(count: number, threshold: number): PublishedCount {
  if (!Number.isInteger(threshold) || threshold < 1) {
    throw new RangeError(`A suppression threshold is a whole number from 1, not ${threshold}`)
  }
  return count > 0 && count < threshold
    ? { kind: 'suppressed', words: `fewer than ${threshold}` }
    : { kind: 'shown', count }
}

/**
 * Hides small counts in a row whose total is shown. Where a single cell would be hidden, its number could be worked
 * out by taking the rest from the total, so the next smallest cell that is not nought is hidden too ("withheld").
 */
export function suppressRow(counts: readonly number[], threshold: number): PublishedCount[] {
  const row = counts.map((count) => suppressSmall(count, threshold))
  if (row.filter(({ kind }) => kind === 'suppressed').length !== 1) return row
  let next = -1
  row.forEach((cell, i) => {
    if (cell.kind !== 'shown' || cell.count === 0) return
    if (next < 0 || cell.count < (counts[next] ?? Infinity)) next = i
  })
  if (next >= 0) row[next] = { kind: 'suppressed', words: 'withheld' }
  return row
}
