import { createRandom } from '#calculations/random/random.ts'
import { shuffle } from '#calculations/random/choices.ts'
import type { FlatPoints } from './flat-points.ts'

/** Knox's counts by every pair of points: what the quick way is tested against and measured beside. */
export function plainKnox(
  { x, y }: FlatPoints,
  day: ArrayLike<number>,
  metres: readonly number[],
  days: readonly number[],
): number[] {
  const counts = Array.from({ length: metres.length * days.length }, () => 0)
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const distance = Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0))
      const apart = Math.abs((day[i] ?? 0) - (day[j] ?? 0))
      const space = metres.findIndex((limit) => distance <= limit)
      const time = days.findIndex((limit) => apart <= limit)
      if (space < 0 || time < 0) continue
      const band = space * days.length + time
      counts[band] = (counts[band] ?? 0) + 1
    }
  }
  return counts
}

/** The counts of so many shuffles of the days, each by every pair. */
export function plainKnoxShuffles(
  points: FlatPoints,
  day: ArrayLike<number>,
  metres: readonly number[],
  days: readonly number[],
  shuffles: number,
): number[][] {
  const random = createRandom('plain')
  return Array.from({ length: shuffles }, () => plainKnox(points, shuffle(random, Array.from(day)), metres, days))
}
