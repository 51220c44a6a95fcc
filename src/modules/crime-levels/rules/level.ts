import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { periodRate } from '#calculations/rates/period-rate.ts'
import { suppressSmall, type PublishedCount } from '#calculations/rates/small-numbers.ts'
import type { Period } from './months.ts'

/** How many, and against how many people. */
export interface Level {
  readonly count: number
  readonly people: number | null
  /** The year of the population estimate. */
  readonly midYear: number | null
  /** Per 1,000 residents a year with the 95% interval; null where there is no rate to give. */
  readonly rate: LevelRate | null
  /** Every month asked for is there and they are whole years; or scaled up from those that are; or no rate. */
  readonly basis: 'whole' | 'scaled' | 'none'
  /** What the rate means, or why there is none: one sentence or two. */
  readonly meaning: string
}

export interface LevelRate {
  readonly perThousand: number
  readonly low: number
  readonly high: number
  readonly personYears: number
}

export interface LevelFacts {
  /** Over the counted months. */
  readonly count: number
  readonly counted: readonly CivilMonth[]
  readonly period: Period
  readonly population: { readonly people: number; readonly midYear: number } | null
}

/** The level of one area: its count, its people, and the rate with what it means. */
export function levelOf({ count, counted, period, population }: LevelFacts): Level {
  const people = population?.people ?? null
  const midYear = population?.midYear ?? null
  if (counted.length === 0) return { count, people, midYear, rate: null, basis: 'none', meaning: NOTHING_LOADED }
  if (population === null) return { count, people, midYear, rate: null, basis: 'none', meaning: NO_POPULATION }
  const result = periodRate({
    first: period.from,
    last: period.to,
    // The rate asks for the sum and for which months it is of, not for how it is spread over them.
    counts: counted.map((month, index) => ({ month, count: index === 0 ? count : 0 })),
    population: population.people,
    populationYear: population.midYear,
  })
  if (result.kind === 'none') return { count, people, midYear, rate: null, basis: 'none', meaning: result.meaning }
  const { perThousand, low, high, personYears } = result.rate
  return {
    count,
    people,
    midYear,
    rate: { perThousand, low, high, personYears },
    basis: result.kind,
    meaning: result.meaning,
  }
}

const NOTHING_LOADED = 'No month of this period is loaded.'
const NO_POPULATION = 'No population is loaded for it, so there is a count but no rate.'

/** Below this a count could tell of somebody, where the public may read it. Staff see every count. */
export const PUBLIC_THRESHOLD = 5

/** A count as pages for the public may show it. */
export function publicCount(count: number): PublishedCount {
  return suppressSmall(count, PUBLIC_THRESHOLD)
}
