import type { Random } from '#calculations/random/random.ts'
import type { NearPairs } from './near-pairs.ts'

/** How many pairs fall in each band of distance and of days: `space * times + time`. */
export type KnoxCounts = Float64Array

/** Counts pairs by band, for the days as they are and as often as wanted with the days shuffled over the points. */
export type KnoxCounter = {
  readonly count: () => KnoxCounts
  readonly shuffle: (random: Random) => void
}

/** A century: beyond it what was given are no days, but moments. */
const MOST_DAYS = 36_525

/**
 * A counter of pairs near in space and time. `day` is a whole number of days by point; `limits` are the most days
 * apart of each band, rising, each included in its band.
 */
export function knoxCounter(
  pairs: NearPairs,
  day: ArrayLike<number>,
  limits: readonly number[],
  spaces: number,
): KnoxCounter {
  const times = limits.length
  const n = pairs.order.length
  const first = pairs.order.reduce((least, i) => Math.min(least, day[i] ?? 0), Infinity)
  const days = Int32Array.from(pairs.order, (i) => (day[i] ?? 0) - first)
  const width = days.reduce((most, d) => Math.max(most, d), 0) + 1
  if (width > MOST_DAYS) throw new RangeError(`Events lie ${width} days apart: days are whole numbers of days`)
  // Pairs are counted by days apart first: bins by the hundred keep the processor from waiting for its last sum.
  const apart = new Uint32Array(width * spaces)
  const offsets = Uint32Array.from({ length: spaces }, (_, space) => space * width)
  const bandOf = Array.from({ length: width }, (_, days) => limits.findIndex((limit) => days <= limit))
  const { starts, others, bands } = pairs
  const count = (): KnoxCounts => {
    apart.fill(0)
    for (let place = 0; place < n; place++) {
      const own = days[place] ?? 0
      const end = starts[place + 1] ?? 0
      for (let at = starts[place] ?? 0; at < end; at++) {
        const difference = Math.abs(own - (days[others[at] ?? 0] ?? 0))
        const bin = (offsets[bands[at] ?? 0] ?? 0) + difference
        apart[bin] = (apart[bin] ?? 0) + 1
      }
    }
    const counts = new Float64Array(spaces * times)
    apart.forEach((pairsApart, bin) => {
      const time = bandOf[bin % width] ?? -1
      if (time < 0) return
      const band = Math.floor(bin / width) * times + time
      counts[band] = (counts[band] ?? 0) + pairsApart
    })
    return counts
  }
  /** Fisher and Yates. */
  const shuffle = (random: Random): void => {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random.next() * (i + 1))
      const kept = days[i] ?? 0
      days[i] = days[j] ?? 0
      days[j] = kept
    }
  }
  return { count, shuffle }
}
