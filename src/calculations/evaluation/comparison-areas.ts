import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { FEWEST_BEFORE } from './not-evaluable.ts'

/** An area with its counts by month before the action, and its residents (or homes: one unit for all). */
export type AreaSeries = {
  readonly id: string
  readonly name: string
  readonly months: readonly number[]
  readonly residents: number
}

export type CandidateArea = AreaSeries & {
  /** Whether it overlaps or touches the treated area, or its ring: events could move into it. */
  readonly touches: boolean
}

export type ProposedArea = {
  readonly id: string
  readonly name: string
  /** 0 is the same in everything that was looked at. */
  readonly distance: number
  /** How unlike: the course from month to month, the rate and the size, each before weighing. */
  readonly apart: { readonly course: number; readonly rate: number; readonly size: number }
  readonly reasons: readonly string[]
}

export type ComparisonProposals = {
  readonly kind: 'ranked'
  /** Most alike first. A person chooses: being first is no choice. */
  readonly areas: readonly ProposedArea[]
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly why: string }[]
}

/** What counts for how much [default]. */
const WEIGHTS = { course: 0.5, rate: 0.3, size: 0.2 }
const FEWEST_MONTHS = 12

/**
 * Areas that went as the treated area did before the action, most alike first, with why. Course: the root mean square
 * difference of the months, each area's divided by its own mean; rate and size: the logarithm of the ratio. What is
 * done there now, and what a map does not show, a person must know.
 *
 * The measures and their weights are this project's [default]. Throws RangeError where series differ in length.
 */
export function proposeComparisons(
  treated: AreaSeries,
  candidates: readonly CandidateArea[],
): ComparisonProposals | Refused<'too-few-months' | 'too-few-before'> {
  if (treated.months.length < FEWEST_MONTHS) {
    const has = `There are ${treated.months.length} months before`
    return refused('too-few-months', `${has}, and ${FEWEST_MONTHS} are needed to see whether areas go alike.`)
  }
  if (totalOf(treated) < FEWEST_BEFORE) {
    return refused('too-few-before', `There were ${totalOf(treated)} events before, too few to liken any area to.`)
  }
  const leftOut = candidates.flatMap((area) => {
    const why = whyLeftOut(treated, area)
    return why === undefined ? [] : [{ id: area.id, name: area.name, why }]
  })
  const areas = candidates
    .filter((area) => whyLeftOut(treated, area) === undefined)
    .map((area) => propose(treated, area))
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
  return { kind: 'ranked', areas, leftOut }
}

function whyLeftOut(treated: AreaSeries, area: CandidateArea): string | undefined {
  if (area.months.length !== treated.months.length) throw new RangeError(`${area.name} has months that do not match`)
  if (area.id === treated.id) return 'It is the treated area.'
  if (area.touches) return 'It touches the treated area or its ring, and events could move into it.'
  if (!(area.residents > 0)) return 'It has no residents to reckon a rate with.'
  if (totalOf(area) < FEWEST_BEFORE) return `It had fewer than ${FEWEST_BEFORE} events before.`
  return undefined
}

function propose(treated: AreaSeries, area: AreaSeries): ProposedArea {
  const rate = totalOf(area) / area.residents / (totalOf(treated) / treated.residents)
  const size = area.residents / treated.residents
  const apart = { course: courseApart(treated, area), rate: Math.abs(Math.log(rate)), size: Math.abs(Math.log(size)) }
  return {
    id: area.id,
    name: area.name,
    distance: WEIGHTS.course * apart.course + WEIGHTS.rate * apart.rate + WEIGHTS.size * apart.size,
    apart,
    reasons: [
      `Its months differ from those of the treated area by ${Math.round(apart.course * 100)}% of a usual month.`,
      `Its rate is ${inWords(rate)} that of the treated area.`,
      `Its residents are ${inWords(size)} those of the treated area.`,
    ],
  }
}

function courseApart(a: AreaSeries, b: AreaSeries): number {
  const [meanA, meanB] = [a, b].map((area) => totalOf(area) / area.months.length)
  const squares = a.months.reduce((sum, count, i) => {
    const apart = count / (meanA ?? 1) - (b.months[i] ?? 0) / (meanB ?? 1)
    return sum + apart * apart
  }, 0)
  return Math.sqrt(squares / a.months.length)
}

function inWords(ratio: number): string {
  return Math.abs(ratio - 1) < 0.05 ? 'about' : `${ratio.toFixed(ratio < 1 ? 2 : 1)} times`
}

function totalOf({ months }: AreaSeries): number {
  return months.reduce((sum, count) => sum + count, 0)
}
