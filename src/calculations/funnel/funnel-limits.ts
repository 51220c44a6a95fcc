import { twoSidedZ } from '#calculations/probability/normal.ts'
import { poissonChance, poissonQuantile, poissonShareUpTo } from '#calculations/probability/poisson.ts'

export type FunnelLimits = { readonly low: number; readonly high: number }

/**
 * Between which rates per 1,000 an area of so many person-years lies by chance, if its true rate is the target's.
 *
 * Exact Poisson limits, interpolated between counts so that the funnel is smooth: D. J. Spiegelhalter, Funnel plots
 * for comparing institutional performance, Statistics in Medicine 24 (2005) 1185-1202, appendix A.1.
 */
export function funnelLimits(targetPerThousand: number, personYears: number, confidence: number): FunnelLimits {
  const expected = (targetPerThousand * personYears) / 1000
  const tail = (1 - confidence) / 2
  const scale = 1000 / personYears
  return {
    low: Math.max(0, interpolatedCount(tail, expected) * scale),
    high: interpolatedCount(1 - tail, expected) * scale,
  }
}

function interpolatedCount(p: number, expected: number): number {
  const count = poissonQuantile(p, expected)
  const chance = poissonChance(count, expected)
  return chance === 0 ? count : count - (poissonShareUpTo(count, expected) - p) / chance
}

/**
 * The same limits, wider by how much the areas differ beyond chance (`dispersion`, 1 or more; on the square-root
 * scale). Source: D. J. Spiegelhalter, Handling over-dispersion of performance indicators, Quality and Safety in
 * Health Care 14 (2005) 347-351.
 */
export function widenedFunnelLimits(
  targetPerThousand: number,
  personYears: number,
  confidence: number,
  dispersion: number,
): FunnelLimits {
  const root = Math.sqrt(targetPerThousand)
  const spread = (twoSidedZ(confidence) * Math.sqrt(Math.max(1, dispersion) * 1000)) / (2 * Math.sqrt(personYears))
  return { low: Math.max(0, root - spread) ** 2, high: (root + spread) ** 2 }
}
