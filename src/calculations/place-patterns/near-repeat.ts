import { falseDiscoveryShares } from '#calculations/probability/false-discovery.ts'
import { createRandom } from '#calculations/random/random.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import type { FlatPoints } from './flat-points.ts'
import { knoxCounter } from './knox-counts.ts'
import { nearPairs } from './near-pairs.ts'
import { type Precision, refuseCoarse, type TooCoarse } from './precision.ts'

/** One band of distance and days: more than the lower end and up to the upper; the first from nought. */
export type NearRepeatBand = {
  readonly metres: { readonly above: number | null; readonly upTo: number }
  readonly days: { readonly above: number | null; readonly upTo: number }
  /** Pairs of events that far apart in space and time. */
  readonly observed: number
  /** Pairs there would be on average, were the days shuffled over the events. */
  readonly expected: number
  /** Observed over expected; undefined where none is expected. */
  readonly ratio: number | undefined
  /** The share of shuffles (the real days among them) with as many pairs or more. */
  readonly p: number
  /** The share of false finds among bands at least as unlikely as this. */
  readonly q: number
  /** Whether it is likely to be no chance, and large enough to act on. */
  readonly shown: boolean
}

export type NearRepeat = {
  readonly kind: 'tested'
  /** By distance, then by days. */
  readonly bands: readonly NearRepeatBand[]
  readonly events: number
  readonly shuffles: number
}

export type NearRepeatRefusal = TooCoarse | Refused<'too-few-events' | 'too-many-pairs'>

export type NearRepeatInput = {
  readonly points: FlatPoints
  /** A whole number of days for each point, such as `dayNumberOf` gives. */
  readonly day: ArrayLike<number>
  readonly precision: Precision
}

export type NearRepeatOptions = {
  /** The furthest of each band in metres, rising; 0 is the same place. */
  readonly metres?: readonly number[]
  /** The most days apart of each band, rising. */
  readonly days?: readonly number[]
  readonly shuffles?: number
  readonly seed: string
}

/** [default] */
const METRES = [0, 100, 200, 300, 400]
const DAYS = [7, 14, 21, 28]
/** [default] */
export const FEWEST_EVENTS = 30
/** As many pairs as some 300 MB hold. */
const MOST_PAIRS = 60_000_000
/** A fifth more than by chance is the usual least that is acted on [from knowledge: Ratcliffe's calculator]. */
const LEAST_RATIO = 1.2

/**
 * Whether events follow one another near by and soon more often than by chance: Knox's test over bands of distance
 * and time, its p from shuffling the days over the places, so that places and seasons are as they were.
 *
 * Refuses events that are known by month or by a shared point. Whether a place's risk itself rose or fell over the
 * time looks like nearness: take a year or so, not five. With 999 shuffles one band of twenty can be shown by itself;
 * with a tenth of them none can. Sources: E. G. Knox, Applied Statistics 13 (1964) 25-29;
 * S. D. Johnson and others, Journal of Quantitative Criminology 23 (2007) 201-219 (the shuffling, and bands).
 */
export function nearRepeat(
  { points, day, precision }: NearRepeatInput,
  { metres = METRES, days = DAYS, shuffles = 999, seed }: NearRepeatOptions,
): NearRepeat | NearRepeatRefusal {
  const coarse = refuseCoarse(precision)
  if (coarse) return coarse
  const events = points.x.length
  if (events < FEWEST_EVENTS) {
    return refused(
      'too-few-events',
      `There are ${events} events, and a test needs ${FEWEST_EVENTS}: take a longer time.`,
    )
  }
  checkLimits(metres)
  checkLimits(days)
  const pairs = nearPairs(points, metres, MOST_PAIRS)
  if (!pairs)
    return refused('too-many-pairs', 'There are too many near pairs to hold: take a shorter time or less far.')
  const counter = knoxCounter(pairs, day, days, metres.length)
  const observed = counter.count()
  const asMany = new Float64Array(observed.length).fill(1)
  const random = createRandom(seed)
  for (let round = 0; round < shuffles; round++) {
    counter.shuffle(random)
    counter.count().forEach((count, band) => {
      if (count >= (observed[band] ?? 0)) asMany[band] = (asMany[band] ?? 0) + 1
    })
  }
  const p = asMany.map((count) => count / (shuffles + 1))
  const q = falseDiscoveryShares(p)
  const expected = expectedCounts(pairs.bands, day, metres.length, days)
  const bands = [...observed].map((count, band): NearRepeatBand => {
    const space = Math.floor(band / days.length)
    const chance = expected[band] ?? 0
    const ratio = chance > 0 ? count / chance : undefined
    return {
      metres: { above: metres[space - 1] ?? null, upTo: metres[space] ?? 0 },
      days: { above: days[(band % days.length) - 1] ?? null, upTo: days[band % days.length] ?? 0 },
      observed: count,
      expected: chance,
      ratio,
      p: p[band] ?? 1,
      q: q[band] ?? 1,
      shown: (q[band] ?? 1) <= 0.05 && (ratio ?? 0) >= LEAST_RATIO,
    }
  })
  return { kind: 'tested', bands, events, shuffles }
}

/** The exact mean over every shuffle: pairs that near in space, times the share of all pairs that near in time. */
function expectedCounts(
  bands: Uint8Array,
  day: ArrayLike<number>,
  spaces: number,
  limits: readonly number[],
): number[] {
  const near = new Float64Array(spaces)
  for (const band of bands) near[band] = (near[band] ?? 0) + 1
  const sorted = Float64Array.from(day).sort()
  const all = (sorted.length * (sorted.length - 1)) / 2
  const within = limits.map((limit) => pairsWithin(sorted, limit))
  const shares = within.map((pairs, time) => (pairs - (within[time - 1] ?? 0)) / all)
  return [...near].flatMap((pairs) => shares.map((share) => pairs * share))
}

/** How many pairs of the sorted days lie no more than so many days apart. */
function pairsWithin(sorted: Float64Array, limit: number): number {
  let [pairs, first] = [0, 0]
  for (let i = 0; i < sorted.length; i++) {
    while ((sorted[i] ?? 0) - (sorted[first] ?? 0) > limit) first++
    pairs += i - first
  }
  return pairs
}

function checkLimits(limits: readonly number[]): void {
  const rising = limits.every((limit, i) => limit > (limits[i - 1] ?? -1))
  if (limits.length === 0 || limits.length > 255 || !rising) {
    throw new RangeError(`The ends of bands rise from nought or more, and are ${limits.join(', ')}`)
  }
}
