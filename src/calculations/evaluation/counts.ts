/** Events in an area in a time before an action and in one as long after it. */
export type BeforeAfter = { readonly before: number; readonly after: number }

/** The counts as they are reckoned with, and whether a half was added to each because one was nought. */
export type Reckoned = { readonly cells: readonly BeforeAfter[]; readonly halvesAdded: boolean }

/**
 * A half added to every count where any is nought, since nought has no logarithm and divides nothing. Source: J. B. S.
 * Haldane and F. J. Anscombe's correction, both 1956 [from knowledge].
 */
export function withoutNoughts(cells: readonly BeforeAfter[]): Reckoned {
  const halvesAdded = cells.some(({ before, after }) => before === 0 || after === 0)
  if (!halvesAdded) return { cells, halvesAdded }
  return { cells: cells.map(({ before, after }) => ({ before: before + 0.5, after: after + 0.5 })), halvesAdded }
}

/** By how many in a hundred the count rose (fell: below nought). Undefined where there was none before. */
export function percentChange({ before, after }: BeforeAfter): number | undefined {
  return before === 0 ? undefined : ((after - before) / before) * 100
}
