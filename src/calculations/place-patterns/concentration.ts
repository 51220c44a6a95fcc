import { gammaShareAbove } from '#calculations/probability/gamma.ts'
import { poissonChance } from '#calculations/probability/poisson.ts'

export type ConcentrationFigures = {
  /** From 0 (all alike) to 1 (one has everything). */
  readonly gini: number
  /** The same, 0 where events are as evenly spread as so few can be over so many targets. */
  readonly adjustedGini: number
  /** The smallest share of all targets that has half of the events. */
  readonly shareWithHalf: number
}

export type Concentration = ConcentrationFigures & {
  /** What the same number of events would give by chance, were all targets at the same risk. */
  readonly byChance: ConcentrationFigures
  /** The chance of counts that differ as much, were all targets at the same risk (Fisher's index of dispersion). */
  readonly p: number
}

/**
 * How far events are concentrated on a few of all targets that could be hit, beside what chance alone concentrates:
 * with fewer events than targets most have none, and "five in a hundred places have half" need mean nothing.
 *
 * Undefined without events. Throws RangeError where more targets were hit than there are. The adjusted figure: W.
 * Bernasco and W. Steenbeek, Journal of Quantitative Criminology 33 (2017) 451-467 [from knowledge].
 */
export function concentration(counts: Iterable<number>, population: number): Concentration | undefined {
  const targets = new Map<number, number>()
  let [hit, events, squares] = [0, 0, 0]
  for (const count of counts) {
    if (count === 0) continue
    targets.set(count, (targets.get(count) ?? 0) + 1)
    hit++
    events += count
    squares += count * count
  }
  if (!(population >= hit)) throw new RangeError(`${hit} were hit, of no more than ${population}`)
  if (events === 0) return undefined
  targets.set(0, population - hit)
  const mean = events / population
  const dispersion = (squares - events * mean) / mean
  return {
    ...figuresOf(targets),
    byChance: figuresOf(poissonTargets(population, mean)),
    p: population < 2 ? 1 : gammaShareAbove((population - 1) / 2, dispersion / 2),
  }
}

/** How many targets have each count on average, where each event hits any of them alike. */
function poissonTargets(population: number, mean: number): Map<number, number> {
  const targets = new Map<number, number>()
  const far = mean + 12 * Math.sqrt(mean) + 30
  for (let count = 0; count <= far; count++) targets.set(count, population * poissonChance(count, mean))
  return targets
}

function figuresOf(targets: ReadonlyMap<number, number>): ConcentrationFigures {
  const rising = [...targets].sort(([a], [b]) => a - b)
  const all = rising.reduce((sum, [, n]) => sum + n, 0)
  const events = rising.reduce((sum, [count, n]) => sum + count * n, 0)
  let [below, under] = [0, 0]
  for (const [count, n] of rising) {
    // Twice the area under the Lorenz curve over this step.
    under += (n / all) * (2 * below + (count * n) / events)
    below += (count * n) / events
  }
  const gini = 1 - under
  return {
    gini,
    adjustedGini: Math.max(1, all / events) * (gini - 1) + 1,
    shareWithHalf: shareWithHalf(rising, all, events),
  }
}

function shareWithHalf(rising: readonly (readonly [number, number])[], all: number, events: number): number {
  let [left, taken] = [events / 2, 0]
  for (const [count, n] of rising.toReversed()) {
    if (count * n >= left) return (taken + left / count) / all
    left -= count * n
    taken += n
  }
  return taken / all
}
