import { funnelLimits, type FunnelLimits, widenedFunnelLimits } from './funnel-limits.ts'

export type FunnelArea = {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly personYears: number
}

/** Where an area lies: inside the 95% limits, between those and the 99.8% limits, or outside both. */
export type FunnelPlace = 'inside' | 'outside-95' | 'outside-998'

export type PlacedArea = FunnelArea & {
  readonly perThousand: number
  readonly place: FunnelPlace
  readonly side: 'above' | 'below'
}

export type FunnelStep = {
  readonly personYears: number
  readonly limits95: FunnelLimits
  readonly limits998: FunnelLimits
}

/**
 * `dispersion` is how many times more the areas differ than chance makes them (1: chance alone), each area's part
 * in it capped at the outer tenths. `widened` says whether the limits were widened by it.
 */
export type Funnel = {
  readonly targetPerThousand: number
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
  const placed = areas.map((area) => {
    const perThousand = (area.count * 1000) / area.personYears
    const outside = (confidence: number) => {
      const { low, high } = limitsAt(area.personYears, confidence)
      return perThousand < low || perThousand > high
    }
    const place: FunnelPlace = outside(0.998) ? 'outside-998' : outside(0.95) ? 'outside-95' : 'inside'
    return { ...area, perThousand, place, side: perThousand < target ? ('below' as const) : ('above' as const) }
  })
  const curve = curveSizes(areas).map((personYears) => ({
    personYears,
    limits95: limitsAt(personYears, 0.95),
    limits998: limitsAt(personYears, 0.998),
  }))
  return { targetPerThousand: target, areas: placed, curve, dispersion, widened }
}

function overallRate(areas: readonly FunnelArea[]): number {
  const personYears = areas.reduce((sum, area) => sum + area.personYears, 0)
  return personYears === 0 ? 0 : (areas.reduce((sum, { count }) => sum + count, 0) * 1000) / personYears
}

/** Mean square of the areas' scores on the square-root scale, scores cut at the tenth lowest and highest (winsorised). */
function dispersionOf(areas: readonly FunnelArea[], target: number): number {
  const scores = areas
    .map(({ count, personYears }) => 2 * (Math.sqrt(count) - Math.sqrt((target * personYears) / 1000)))
    .sort((a, b) => a - b)
  const cut = Math.floor(scores.length / 10)
  const lowest = scores[cut] ?? 0
  const highest = scores[scores.length - 1 - cut] ?? 0
  if (scores.length === 0) return 1
  return scores.reduce((sum, z) => sum + Math.min(highest, Math.max(lowest, z)) ** 2, 0) / scores.length
}

/** Sizes from a little under the smallest area to a little over the largest, each a like factor apart. */
function curveSizes(areas: readonly FunnelArea[]): number[] {
  if (areas.length === 0) return []
  const sizes = areas.map(({ personYears }) => personYears)
  const first = sizes.reduce((a, b) => Math.min(a, b)) * 0.9
  const last = sizes.reduce((a, b) => Math.max(a, b)) * 1.05
  return Array.from({ length: CURVE_STEPS }, (_, i) => first * (last / first) ** (i / (CURVE_STEPS - 1)))
}
