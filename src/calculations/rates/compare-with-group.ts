import { type Exposed, type RateRatio, rateRatio } from './rate-ratio.ts'

export type Comparison =
  | { readonly kind: 'higher' | 'lower' | 'no-difference-shown'; readonly ratio: RateRatio }
  | { readonly kind: 'too-few' }

/** Below this many events in either the interval says nothing that a person could use. */
const FEWEST = 5

/**
 * Whether an area's rate differs from that of its comparison group by more than chance.
 *
 * `group` is the other areas summed, without the area itself (a part is never compared with a whole that holds it).
 * `higher` or `lower` only where the interval of the ratio leaves out 1; else no difference is shown, which is not
 * the same as none. `too-few`: under five events in the area or in the group.
 */
export function compareWithGroup(area: Exposed, group: readonly Exposed[], confidence = 0.95): Comparison {
  const others = {
    count: group.reduce((sum, { count }) => sum + count, 0),
    personYears: group.reduce((sum, { personYears }) => sum + personYears, 0),
  }
  if (area.count < FEWEST || others.count < FEWEST) return { kind: 'too-few' }
  const ratio = rateRatio(area, others, confidence)
  if (!ratio) return { kind: 'too-few' }
  if (ratio.low > 1) return { kind: 'higher', ratio }
  if (ratio.high < 1) return { kind: 'lower', ratio }
  return { kind: 'no-difference-shown', ratio }
}
