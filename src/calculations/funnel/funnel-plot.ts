import { funnelLimits, type FunnelLimits, widenedFunnelLimits } from './funnel-limits.ts'

export type FunnelArea = {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly personYears: number
}

/** Where an area lies: inside the 95% limits, between those and the 99.8% limits, or outside both. */
export type FunnelPlace = 'inside' | 'outside-95' | 'outside-998'

/** `size` is what its limits hang on (person-years, or how many a share is of), `rate` what is compared. */
export type PlacedArea = {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly size: number
  readonly rate: number
  readonly place: FunnelPlace
  readonly side: 'above' | 'below'
}

export type FunnelStep = {
  readonly size: number
  readonly limits95: FunnelLimits
  readonly limits998: FunnelLimits
}

/**
 * `dispersion` is how many times more the areas differ than chance makes them (1: chance alone), each area's part
 * in it capped at the outer tenths. `widened` says whether the limits were widened by it.
 */
export type Funnel = {
  readonly target: number
  readonly areas: readonly PlacedArea[]
  readonly curve: readonly FunnelStep[]
  readonly dispersion: number
  readonly widened: boolean
}

const CURVE_STEPS = 60

/**
 * Compares areas with one rate (that of them all together, unless a target is given) by what chance allows at their
 * size. `widen`: limits widened by how much the areas differ beyond chance, to find the unusual among areas that
 * are all different, which areas are for crime. Areas without residents are left out.
 */
export function funnelPlot(
  given: readonly FunnelArea[],
  options: { targetPerThousand?: number; widen?: boolean } = {},
): Funnel {
  const areas = given.filter(({ personYears }) => personYears > 0)
  const target = options.targetPerThousand ?? overallRate(areas)
  const dispersion = dispersionOf(areas, target)
  const widened = options.widen === true && dispersion > 1
  const limitsAt = (personYears: number, confidence: number) =>
    widened
      ? widenedFunnelLimits(target, personYears, confidence, dispersion)
      : funnelLimits(target, personYears, confidence)
  const placed = areas.map(({ id, name, count, personYears }) => {
    const rate = (count * 1000) / personYears
    const outside = (confidence: number) => {
      const { low, high } = limitsAt(personYears, confidence)
      return rate < low || rate > high
    }
    const place: FunnelPlace = outside(0.998) ? 'outside-998' : outside(0.95) ? 'outside-95' : 'inside'
    return { id, name, count, size: personYears, rate, place, side: sideOf(rate, target) }
  })
  const curve = curveSizes(areas.map(({ personYears }) => personYears)).map((size) => ({
    size,
    limits95: limitsAt(size, 0.95),
    limits998: limitsAt(size, 0.998),
  }))
  return { target, areas: placed, curve, dispersion, widened }
}

function overallRate(areas: readonly FunnelArea[]): number {
  const personYears = areas.reduce((sum, area) => sum + area.personYears, 0)
  return personYears === 0 ? 0 : (areas.reduce((sum, { count }) => sum + count, 0) * 1000) / personYears
}

export function sideOf(rate: number, target: number): 'above' | 'below' {
  return rate < target ? 'below' : 'above'
}

/** The areas' scores on the square-root scale. */
function dispersionOf(areas: readonly FunnelArea[], target: number): number {
  return meanSquare(
    areas.map(({ count, personYears }) => 2 * (Math.sqrt(count) - Math.sqrt((target * personYears) / 1000))),
  )
}

/** Mean square of scores that are cut at the tenth lowest and highest (winsorised); 1 where there are none. */
export function meanSquare(given: readonly number[]): number {
  const scores = given.toSorted((a, b) => a - b)
  const cut = Math.floor(scores.length / 10)
  const lowest = scores[cut] ?? 0
  const highest = scores[scores.length - 1 - cut] ?? 0
  if (scores.length === 0) return 1
  return scores.reduce((sum, z) => sum + Math.min(highest, Math.max(lowest, z)) ** 2, 0) / scores.length
}

/** Sizes from a little under the smallest area to a little over the largest, each a like factor apart. */
export function curveSizes(sizes: readonly number[]): number[] {
  if (sizes.length === 0) return []
  const first = sizes.reduce((a, b) => Math.min(a, b)) * 0.9
  const last = sizes.reduce((a, b) => Math.max(a, b)) * 1.05
  return Array.from({ length: CURVE_STEPS }, (_, i) => first * (last / first) ** (i / (CURVE_STEPS - 1)))
}
