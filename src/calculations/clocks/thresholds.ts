/** A point on the way to a due time: a share of the time (0.5, 1; above 1 after it), or so many hours before it. */
export type Threshold =
  { readonly kind: 'share'; readonly share: number } | { readonly kind: 'before'; readonly hours: number }

/** A threshold and when it is crossed. */
export interface Crossing {
  readonly threshold: Threshold
  readonly at: Date
}

/**
 * When the threshold is crossed. A share is of the time that passes from start to due, nights and pauses included. One that
 * would lie before the start is crossed at the start, so that a short limit loses no warning.
 */
export function warnAt(threshold: Threshold, from: Date, due: Date): Date {
  const end = due.getTime()
  // What was due before it started has all its thresholds behind it, at the due time.
  const start = Math.min(from.getTime(), end)
  const at = threshold.kind === 'share' ? start + threshold.share * (end - start) : end - threshold.hours * 3_600_000
  return new Date(Math.max(start, Math.round(at)))
}

/**
 * The thresholds crossed up to the moment, each with when, in order of time. None without a due time. The caller keeps
 * which it has told already; a due time that moves moves them too.
 */
export function crossed(
  thresholds: readonly Threshold[],
  from: Date,
  due: Date | null,
  now: Date,
): readonly Crossing[] {
  if (due === null) return []
  return thresholds
    .map((threshold) => ({ threshold, at: warnAt(threshold, from, due) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
