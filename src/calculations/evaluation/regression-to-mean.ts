export type Peak =
  | { readonly kind: 'usual' }
  /** `byItself`: what the time after would be expected to have, had nothing been done. */
  | { readonly kind: 'peak'; readonly byItself: number; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string }

/** [default] */
const FEWEST_EARLIER = 3
/** So high that one time in twenty is, where nothing has changed. */
const HIGH = 1.645

/**
 * Whether the time before was itself a peak, from which counts come down by themselves: areas are chosen for action
 * when they are at their worst. `earlier` are counts of times before that one, each as long.
 *
 * A peak lies 1.645 deviations above their mean, the deviation being theirs or chance's, whichever is larger. Source
 * of the trap: F. Galton, Journal of the Anthropological Institute 15 (1886) 246-263; the rule is this project's
 * [default].
 */
export function peakBefore(earlier: readonly number[], before: number): Peak {
  if (earlier.length < FEWEST_EARLIER) {
    const words = `Counts of ${FEWEST_EARLIER} earlier times are needed to tell whether the time before was a peak.`
    return {
      kind: 'unknown',
      words: `${words} If the area was chosen for being high, some of a fall would have come anyway.`,
    }
  }
  const n = earlier.length
  const mean = earlier.reduce((sum, count) => sum + count, 0) / n
  const variance = earlier.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1)
  if (before <= mean + HIGH * Math.sqrt(Math.max(mean, variance) * (1 + 1 / n))) return { kind: 'usual' }
  const usual = Math.round(mean)
  return {
    kind: 'peak',
    byItself: mean,
    words: `The time before had ${before} events, and earlier ones ${usual} on average: a fall to about ${usual} would be likely had nothing been done.`,
  }
}
