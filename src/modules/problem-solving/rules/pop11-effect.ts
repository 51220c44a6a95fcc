import { percentChange } from '#calculations/evaluation/counts.ts'
import { relativeEffect } from '#calculations/evaluation/relative-effect.ts'

/** Counts of times as long as one another, before and after; null where not counted. */
export interface EffectFacts {
  readonly treatedBefore: number | null
  readonly treatedAfter: number | null
  readonly comparisonBefore: number | null
  readonly comparisonAfter: number | null
  readonly verdict: string | null
}

/** What the counts show, in a sentence; null where nothing was counted. */
export function effectWords(facts: EffectFacts): string | null {
  const { treated, comparison } = pairsOf(facts)
  if (treated === null) return null
  const change = percentChange(treated)
  const raw = `${treated.before} before, ${treated.after} after${change === undefined ? '' : ` (${signed(change)} in a hundred)`}.`
  if (comparison === null) return `${raw} With nowhere to compare it with, it is not shown that the plan did this.`
  const found = relativeEffect(treated, comparison)
  if (found.kind === 'refused') return `${raw} ${found.words}`
  const { low, high } = found.interval
  const range = `relative effect ${found.effect.toFixed(2)}, 95% interval ${low.toFixed(2)} to ${high.toFixed(2)}`
  const words = {
    better: 'better than where nothing was done',
    worse: 'worse than where nothing was done',
    'not-shown': 'no difference that can be shown',
  }[found.verdict]
  return `${raw} Elsewhere ${comparison.before} and ${comparison.after}. That is ${words}: ${range}.`
}

/**
 * POP11 A verdict says no more than the counts: "better" or "worse" needs counts with a comparison whose interval does not hold
 * "no difference". Before and after come in pairs. Gives what is wrong, by field, or null. Formula and least count:
 * calculations/evaluation [from knowledge; default].
 *
 * 60 and 30 beside 60 and 58: "better" is let through. 9 and 3 beside 60 and 58: too few, refused. 60 and 55 beside 60 and 58:
 * not shown, refused. "Cannot be said" always may.
 */
export function effectProblem(facts: EffectFacts): Readonly<Record<string, string>> | null {
  if ((facts.treatedBefore === null) !== (facts.treatedAfter === null))
    return { treatedAfter: 'Enter both counts, before and after, or neither' }
  if ((facts.comparisonBefore === null) !== (facts.comparisonAfter === null))
    return { comparisonAfter: 'Enter both counts of elsewhere, before and after, or neither' }
  const { treated, comparison } = pairsOf(facts)
  if (treated === null && comparison !== null)
    return { treatedBefore: 'Enter the counts where it was done before those of elsewhere' }
  if (facts.verdict !== 'better' && facts.verdict !== 'worse') return null
  const shown = treated !== null && comparison !== null ? relativeEffect(treated, comparison) : null
  if (shown?.kind === 'estimated' && shown.verdict === facts.verdict) return null
  return { verdict: `The counts do not show that. ${effectWords(facts) ?? 'There are none yet.'} (POP11)` }
}

function pairsOf(facts: EffectFacts) {
  const pair = (before: number | null, after: number | null) =>
    before === null || after === null ? null : { before, after }
  return {
    treated: pair(facts.treatedBefore, facts.treatedAfter),
    comparison: pair(facts.comparisonBefore, facts.comparisonAfter),
  }
}

function signed(change: number): string {
  const rounded = Math.round(change)
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−')
}
