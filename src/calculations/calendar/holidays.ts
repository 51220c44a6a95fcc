import { type BankHoliday, ruleMadeHolidays } from './bank-holidays.ts'
import type { CivilDate } from './civil-date.ts'
import { type OneOff, PROCLAIMED } from './one-offs.ts'

/**
 * The holidays that a reckoning goes by. Two calls with the same argument give the same answer for ever, so that what is
 * made from them may be kept (an index of working days is, for as long as the object lives): a change is a new object.
 */
export interface Holidays {
  /** The name of the holiday on that date, or undefined where it is none. */
  nameOf(this: void, date: CivilDate): string | undefined
  /** The holidays of a year, in order of date. */
  ofYear(this: void, year: number): readonly BankHoliday[]
}

/** Bank holidays of England and Wales: right for 2012 to 2030 as far as proclaimed, other years by the rules alone. */
export const standardHolidays: Holidays = withOneOffs(holidaysBy(ruleMadeHolidays), PROCLAIMED)

/** The same holidays with days added (`name`) or taken away (`name` null). Of two rows of one date the later one holds. */
export function withOneOffs(holidays: Holidays, rows: readonly OneOff[]): Holidays {
  const changes = new Map(rows.map(({ date, name }) => [date, name]))
  return holidaysBy((year) => {
    const prefix = `${String(year).padStart(4, '0')}-`
    const kept = holidays.ofYear(year).filter(({ date }) => !changes.has(date))
    const added = [...changes].flatMap(([date, name]) =>
      name !== null && date.startsWith(prefix) ? [{ date, name }] : [],
    )
    return [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : 1))
  })
}

function holidaysBy(listOf: (year: number) => readonly BankHoliday[]): Holidays {
  const years = new Map<number, { list: readonly BankHoliday[]; names: ReadonlyMap<CivilDate, string> }>()
  const yearOf = (year: number) => {
    let known = years.get(year)
    if (known === undefined) {
      const list = listOf(year)
      known = { list, names: new Map(list.map(({ date, name }) => [date, name])) }
      years.set(year, known)
    }
    return known
  }
  return {
    nameOf: (date) => yearOf(Number(date.slice(0, 4))).names.get(date),
    ofYear: (year) => yearOf(year).list,
  }
}
