import { daysInMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { keysOf } from '#platform/edge.ts'
import { ASB, CATEGORY_WORDS, type Category } from '#kernel/occurrences/crime-types.ts'
import { changeFrom, type Change } from './change.ts'
import { levelOf, type Level } from './level.ts'
import { yearBefore, type Period } from './months.ts'

export interface CategoryLevel {
  readonly category: Category
  readonly level: Level
  readonly change: Change
  readonly series: readonly { readonly month: CivilMonth; readonly count: number }[]
}

interface Facts {
  readonly period: Period
  /** Months of the period that are loaded. */
  readonly counted: readonly CivilMonth[]
  /** Every month loaded, for the year before. */
  readonly loaded: readonly CivilMonth[]
  readonly chartMonths: readonly CivilMonth[]
  readonly population: { readonly people: number; readonly midYear: number } | null
  countOf(this: void, category: string, month: CivilMonth): number
}

/** Each category with its level, its change from the year before, and its months: most first, and all of them. */
export function categoriesOfArea(facts: Facts): readonly CategoryLevel[] {
  return keysOf(CATEGORY_WORDS)
    .map((category) => categoryLevel(category, facts))
    .filter(({ level, series }) => level.count > 0 || series.some(({ count }) => count > 0))
    .toSorted((a, b) => order(a) - order(b) || b.level.count - a.level.count)
}

/** Anti-social behaviour is no crime: it stands by itself, after the crimes. */
function order({ category }: CategoryLevel): number {
  return category === ASB ? 1 : 0
}

function categoryLevel(category: Category, facts: Facts): CategoryLevel {
  const { period, counted, population, chartMonths, countOf } = facts
  const series = chartMonths.map((month) => ({ month, count: countOf(category, month) }))
  const level = levelOf({ count: sumOf(counted, category, facts), counted, period, population })
  return { category, level, change: changeOf((months) => sumOf(months, category, facts), facts), series }
}

/** The change from the same months a year before, where every one of those is loaded. */
export function changeOf(
  countIn: (months: readonly CivilMonth[]) => number,
  { counted, loaded }: Pick<Facts, 'counted' | 'loaded'>,
): Change {
  const before = yearBefore(counted)
  const there = before.length > 0 && before.every((month) => loaded.includes(month))
  return changeFrom(
    { count: countIn(counted), days: daysOf(counted) },
    there ? { count: countIn(before), days: daysOf(before) } : null,
  )
}

function sumOf(months: readonly CivilMonth[], category: Category, { countOf }: Facts): number {
  return months.reduce((sum, month) => sum + countOf(category, month), 0)
}

function daysOf(months: readonly CivilMonth[]): number {
  return months.reduce((sum, month) => sum + daysInMonth(month), 0)
}
