import { dayNumber, dayNumberOf, weekdayOf, yearOfDay } from './day-number.ts'
import type { Holidays } from './holidays.ts'

/** Working days and holidays by day number (`day-number.ts`), answered from tables made once a year of the calendar. */
export interface WorkingDayIndex {
  isWorking(this: void, day: number): boolean
  /** As `addWorkingDays`. */
  add(this: void, day: number, count: number): number
  /** As `workingDaysBetween`. */
  between(this: void, first: number, second: number): number
  /** The name of the holiday on the day. */
  holidayOn(this: void, day: number): string | undefined
  /** The holidays after the first day, up to and with the last, in order. */
  holidaysAfter(this: void, first: number, last: number): readonly (readonly [day: number, name: string])[]
}

/** One year: how many working days there are from 1 January up to and with each day, and which days they are. */
interface WorkingYear {
  readonly first: number
  readonly upTo: Uint16Array
  readonly days: Uint16Array
  readonly holidays: ReadonlyMap<number, string>
}

const known = new WeakMap<Holidays, WorkingDayIndex>()

/** The index of these holidays, made on first use and kept as long as they are. */
export function workingDayIndex(holidays: Holidays): WorkingDayIndex {
  let index = known.get(holidays)
  if (index === undefined) known.set(holidays, (index = makeIndex(holidays)))
  return index
}

function makeIndex(holidays: Holidays): WorkingDayIndex {
  const years = new Map<number, WorkingYear>()
  const yearAt = (year: number): WorkingYear => {
    let made = years.get(year)
    if (made === undefined) years.set(year, (made = makeYear(year, holidays)))
    return made
  }
  const upTo = (year: WorkingYear, day: number) => year.upTo[day - year.first] ?? 0
  const isWorking = (day: number) => {
    const year = yearAt(yearOfDay(day))
    return upTo(year, day) > upTo(year, day - 1)
  }
  return {
    isWorking,
    add(day, count) {
      if (count === 0) return day
      let number = yearOfDay(day)
      let year = yearAt(number)
      // The place, from 1, of the day looked for among the working days of the year.
      let place = count > 0 ? upTo(year, day) + count : upTo(year, day - 1) + count + 1
      while (place > year.days.length) {
        place -= year.days.length
        year = yearAt(++number)
      }
      while (place < 1) {
        year = yearAt(--number)
        place += year.days.length
      }
      return year.first + (year.days[place - 1] ?? 0)
    },
    between(first, second) {
      const [from, to] = [yearOfDay(first), yearOfDay(second)]
      let count = upTo(yearAt(to), second) - upTo(yearAt(from), first)
      for (let year = from; year < to; year++) count += yearAt(year).days.length
      for (let year = to; year < from; year++) count -= yearAt(year).days.length
      return count
    },
    holidayOn: (day) => yearAt(yearOfDay(day)).holidays.get(day),
    holidaysAfter(first, last) {
      const found: (readonly [number, string])[] = []
      for (let year = yearOfDay(first); year <= yearOfDay(last); year++) {
        for (const holiday of yearAt(year).holidays) if (holiday[0] > first && holiday[0] <= last) found.push(holiday)
      }
      return found
    },
  }
}

function makeYear(year: number, holidays: Holidays): WorkingYear {
  const first = dayNumber(year, 1, 1)
  const length = dayNumber(year + 1, 1, 1) - first
  const off = new Map(holidays.ofYear(year).map(({ date, name }) => [dayNumberOf(date), name]))
  const upTo = new Uint16Array(length)
  const days: number[] = []
  for (let i = 0; i < length; i++) {
    const weekday = weekdayOf(first + i)
    if (weekday !== 0 && weekday !== 6 && !off.has(first + i)) days.push(i)
    upTo[i] = days.length
  }
  return { first, upTo, days: Uint16Array.from(days), holidays: off }
}
