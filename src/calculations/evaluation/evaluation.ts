import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import type { BeforeAfter } from './counts.ts'
import { type Displacement, weightedDisplacement } from './displacement.ts'
import { interruptedSeries, type InterruptedSeries, type MonthCount, type SeriesRefusal } from './interrupted-series.ts'
import { courseDispersion } from './monthly-dispersion.ts'
import type { NoComparison, TooFewBefore } from './not-evaluable.ts'
import { type Peak, peakBefore } from './regression-to-mean.ts'
import { relativeEffect, type RelativeEffect } from './relative-effect.ts'

/** Counts of two times of one length (see `refusePeriods`), and of the months around them. */
export type EvaluationFacts = {
  readonly treated: BeforeAfter
  /** Undefined: nowhere was chosen to compare with, or no ring. */
  readonly comparison: BeforeAfter | undefined
  readonly ring: BeforeAfter | undefined
  /** Months on end up to the last of the time after, those without events as 0. */
  readonly months: readonly (MonthCount & { readonly comparison: number })[]
  /** The first month of the time after. */
  readonly from: CivilMonth
  /** Counts of the treated area in times before the time before, each as long. */
  readonly earlier: readonly number[]
}

export type Evaluation = {
  /** The verdict is this one's alone: what stands beside it helps to read it. */
  readonly effect: RelativeEffect | TooFewBefore | NoComparison
  readonly displacement: Displacement | TooFewBefore | NoComparison | Refused<'not-fallen' | 'no-ring'>
  readonly series: InterruptedSeries | SeriesRefusal
  readonly peak: Peak
  /** How many times more the two areas' months before went apart than by chance; the interval is widened by its root. */
  readonly dispersion: number
}

/** The verdict: the relative effect beside the comparison, its interval widened by how far the months before went apart. */
export function effectOf({ treated, comparison, months, from }: Omit<EvaluationFacts, 'ring' | 'earlier'>) {
  const before = months.filter(({ month }) => month < from)
  const dispersion = courseDispersion(
    before.map(({ count }) => count),
    before.map((one) => one.comparison),
  )
  const effect = comparison === undefined ? nowhere() : relativeEffect(treated, comparison, { dispersion })
  return { effect, dispersion }
}

/**
 * What counts before and after say of an action: its effect beside where nothing was done, whether events moved, the
 * course of the months, and whether the time before was a peak. One question has one answer: the relative effect's
 * interval, widened by how far the months of the treated area and of the comparison went apart before the action.
 *
 * Sources: those of the parts. That the verdict is the relative effect's is this project's [default].
 */
export function evaluate(facts: EvaluationFacts): Evaluation {
  const { treated, comparison, ring, months, from, earlier } = facts
  return {
    ...effectOf(facts),
    displacement:
      comparison === undefined
        ? nowhere()
        : ring === undefined
          ? refused('no-ring', 'No areas around it were chosen, so whether events moved there is not known.')
          : weightedDisplacement(treated, comparison, ring),
    series: interruptedSeries(
      months.map(({ month, count }) => ({ month, count })),
      from,
    ),
    peak: peakBefore(earlier, treated.before),
  }
}

function nowhere(): NoComparison {
  const words = 'Nowhere was chosen to compare with, so it cannot be told from what happened everywhere.'
  return refused('no-comparison', words)
}
