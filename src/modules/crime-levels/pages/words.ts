import { addMonths, formatMonth, formatMonths, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { AREA_KINDS, type AreaKind } from '#kernel/areas/kinds.ts'
import { count, decimal, interval, plural } from '#ui/words/numbers.ts'
import type { LevelModel, Shown } from '../queries/model.ts'
import { unitOf } from '../rules/what.ts'

/** "March 2023 to February 2024", "October 2018". */
export function periodWords({ from, to }: { readonly from: CivilMonth; readonly to: CivilMonth }): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`
}

/** "1,234 crimes". */
export function countWords(number: number, { what }: Pick<Shown, 'what'>): string {
  const unit = unitOf(what)
  return plural(number, unit.one, unit.many)
}

/** "36.9 to 37.8", or a dash where there is no rate. */
export function intervalWords({ rate }: LevelModel, decimals = 1): string {
  return rate === null ? '–' : interval(rate.low, rate.high, decimals)
}

export function rateNumber({ rate }: LevelModel, decimals = 1): string {
  return rate === null ? 'no rate' : decimal(rate.perThousand, decimals)
}

/** "2,431,905 residents (mid-2020 estimate)", or that none is loaded. */
export function peopleWords({ people, midYear }: LevelModel): string {
  return people === null ? 'no population is loaded' : `${plural(people, 'resident')} (mid-${midYear} estimate)`
}

/** What is missing of the months asked for; null where nothing is. */
export function missingWords({ counted, missing }: Pick<Shown, 'counted' | 'missing'>): string | null {
  if (missing.length === 0) return null
  const all = counted.length + missing.length
  if (counted.length === 0) return all === 1 ? 'This month is not loaded' : `None of these ${all} months is loaded`
  if (missing.length <= 2) return `${formatMonths(missing)} ${missing.length === 1 ? 'is' : 'are'} not loaded`
  return `${missing.length} of these ${all} months are not loaded`
}

/** "Policing areas": the kind's words for several. */
export function kindPlural(kind: AreaKind): string {
  const words: string = AREA_KINDS[kind].words
  if (kind === 'local-authority') return 'Local authorities'
  return words.includes(' (') ? words.replace(' (', 's (') : `${words}s`
}

/** Every month from the first loaded to the last, latest first, those not loaded said: the choices of a filter. */
export function monthOptions(loaded: readonly CivilMonth[]): { value: string; text: string }[] {
  const first = loaded[0]
  const last = loaded.at(-1)
  if (first === undefined || last === undefined) return []
  const there = new Set(loaded)
  const options: { value: string; text: string }[] = []
  for (let month = last; month >= first; month = addMonths(month, -1))
    options.push({ value: month, text: there.has(month) ? formatMonth(month) : `${formatMonth(month)} (not loaded)` })
  return options
}

/** A whole number, or a dash. */
export function countOrDash(number: number | null): string {
  return number === null ? '–' : count(number)
}
