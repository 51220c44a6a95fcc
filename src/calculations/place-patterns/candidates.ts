import { falseDiscoveryShares } from '#calculations/probability/false-discovery.ts'
import { gammaShareBelow } from '#calculations/probability/gamma.ts'
import { negativeBinomialShareFrom } from '#calculations/probability/negative-binomial.ts'

/** A place or victim hit more often than chance explains: for a person to accept or reject. */
export type RepeatCandidate = {
  readonly target: string
  readonly count: number
  /** What any one target has on average. */
  readonly expected: number
  readonly p: number
  readonly q: number
}

export type RepeatCandidates = {
  /** Most often hit first, then by name. */
  readonly candidates: readonly RepeatCandidate[]
  /** How clumped chance was taken to be (variance = mean + mean² / size); Infinity: not at all. */
  readonly size: number
}

export type CandidateOptions = {
  /** How many could be hit, those never hit among them. */
  readonly population: number
  /**
   * What chance is. `alike`: all are at the same risk, so that a find is anything out of the common. `differing`: risk
   * differs as much as the counts themselves do, so that a find stands out even among places that are all different.
   */
  readonly risk?: 'alike' | 'differing'
  /** The fewest events that are worth a person's time [default]. */
  readonly least?: number
  readonly falseDiscovery?: number
}

/** [default] */
const LEAST = 3

/**
 * Which targets were hit more often than chance explains, with the share of false finds held down over all that
 * could be hit. Poisson chances where risk is alike; negative binomial where it differs, its clumping from the mean
 * and variance of all counts. Throws RangeError where more were hit than could be.
 */
export function repeatCandidates(
  counts: ReadonlyMap<string, number>,
  { population, risk = 'alike', least = LEAST, falseDiscovery = 0.05 }: CandidateOptions,
): RepeatCandidates {
  if (!(population >= counts.size)) throw new RangeError(`${counts.size} were hit, of no more than ${population}`)
  const hit = [...counts]
  const events = hit.reduce((sum, [, count]) => sum + count, 0)
  const mean = events / population
  const size = risk === 'alike' ? Infinity : clumping(hit, population, mean)
  const chances = new Map<number, number>()
  const p = hit.map(([, count]) => {
    const known = chances.get(count) ?? chanceOf(count, mean, size)
    chances.set(count, known)
    return known
  })
  const q = falseDiscoveryShares(p, population)
  const candidates = hit
    .map(([target, count], i) => ({ target, count, expected: mean, p: p[i] ?? 1, q: q[i] ?? 1 }))
    .filter((one) => one.count >= least && one.q <= falseDiscovery)
    .sort((a, b) => b.count - a.count || (a.target < b.target ? -1 : 1))
  return { candidates, size }
}

/** The chance of so many or more. */
function chanceOf(count: number, mean: number, size: number): number {
  if (count <= 0) return 1
  return size === Infinity ? gammaShareBelow(count, mean) : negativeBinomialShareFrom(count, mean, size)
}

function clumping(hit: readonly (readonly [string, number])[], population: number, mean: number): number {
  const squares = hit.reduce((sum, [, count]) => sum + count * count, 0)
  const variance = population < 2 ? 0 : (squares - population * mean * mean) / (population - 1)
  return variance > mean ? (mean * mean) / (variance - mean) : Infinity
}
