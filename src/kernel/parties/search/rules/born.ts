import { addDays, findCivilDate, getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { MONTH_NAMES } from '#calculations/calendar/civil-month.ts'

/** When somebody was born, as far as it was typed. */
export interface Born {
  /** The very day, where it was typed. */
  readonly on: CivilDate | null
  readonly from: CivilDate
  readonly to: CivilDate
}

export interface BornAndRest {
  readonly born: Born | null
  readonly rest: string
}

const MONTHS = `(${MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`
const BORN = String.raw`(?:(?:dob|d\.o\.b\.?|born|b\.)[:\s]*(?:on|in)?\s*)`
const ABOUT = String.raw`(?:about|abt|approx\.?|around|circa|c\.?|~)\s*`
const YEAR = String.raw`(?:19|20)\d{2}`
const YEARS_OLD = String.raw`(?:years?\s*old|yrs?\s*old|y\/?o|yrs?|years?)`

type Reader = (parts: readonly string[], today: CivilDate) => Born | null

/** The forms in which it is typed, the most telling first. Each is read once; the first that is right is taken out. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [form(String.raw`${BORN}?(\d{4})-(\d{1,2})-(\d{1,2})`), ([y, m, d], today) => onDay(d, m, y, today)],
  [form(String.raw`${BORN}?(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})`), ([d, m, y], today) => onDay(d, m, y, today)],
  [
    form(String.raw`${BORN}?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${MONTHS}[\s,-]+(\d{4}|\d{2})`),
    ([d, m, y], today) => onDay(d, monthOf(m), y, today),
  ],
  [
    form(String.raw`${BORN}?${MONTHS}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`),
    ([m, d, y], today) => onDay(d, monthOf(m), y, today),
  ],
  [form(String.raw`${BORN}?(\d{1,2})\s(\d{1,2})\s(${YEAR})`), ([d, m, y], today) => onDay(d, m, y, today)],
  [form(String.raw`${BORN}?(\d{2})(\d{2})(${YEAR})`), ([d, m, y], today) => onDay(d, m, y, today)],
  [form(String.raw`${BORN}(\d{2})(\d{2})(\d{2})`), ([d, m, y], today) => onDay(d, m, y, today)],
  [form(String.raw`${BORN}?${MONTHS}\s+(${YEAR})`), ([m, y]) => inMonth(monthOf(m), y)],
  [form(String.raw`${BORN}?${ABOUT}(${YEAR})`), ([y]) => inYears(Number(y) - 2, Number(y) + 2)],
  [form(String.raw`${BORN}(${YEAR})`), ([y]) => inYears(Number(y), Number(y))],
  [
    form(String.raw`(?:in\s+(?:his|her|their)\s+)(?:(early|mid|late)[\s-]+)?([1-9])0'?s`),
    ([part, tens], today) => decade(part, tens, today),
  ],
  [
    form(String.raw`(?:aged?|between)?\s*(\d{1,3})\s*(?:-|to|and)\s*(\d{1,3})\s*(?:${YEARS_OLD})`),
    ([low, high], today) => aged(Number(low), Number(high), today),
  ],
  [
    form(String.raw`(?:aged?|between)\s+(\d{1,3})\s*(?:-|to|and)\s*(\d{1,3})`),
    ([low, high], today) => aged(Number(low), Number(high), today),
  ],
  [form(String.raw`(?:aged?\s*)?${ABOUT}(\d{1,3})(?:\s*${YEARS_OLD})?`), ([age], today) => about(Number(age), today)],
  [form(String.raw`aged?[:\s]*(\d{1,3})(?:\s*${YEARS_OLD})?`), ([age], today) => aged(Number(age), Number(age), today)],
  [form(String.raw`(\d{1,3})\s*${YEARS_OLD}`), ([age], today) => aged(Number(age), Number(age), today)],
  [form(`(${YEAR})`), ([y], today) => (Number(y) > Number(today.slice(0, 4)) ? null : inYears(Number(y), Number(y)))],
]

/** Reads when somebody was born out of what was typed, in any usual form: 4/5/80, 4 May 1980, May 1980, about 40, 40yo. */
export function readBorn(typed: string, today: CivilDate): BornAndRest {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(typed)
    if (match === null) continue
    const born = read(match.slice(2), today)
    if (born === null || born.from > today) continue
    const [whole, before = ''] = match
    return { born, rest: `${typed.slice(0, match.index)}${before} ${typed.slice(match.index + whole.length)}`.trim() }
  }
  return { born: null, rest: typed }
}

function form(pattern: string): RegExp {
  return new RegExp(String.raw`(^|[\s,(;])${pattern}(?=$|[\s,);])`, 'i')
}

function onDay(day = '', month = '', year = '', today: CivilDate): Born | null {
  const on = findCivilDate(`${inFull(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  // The year either side is shown too, further down: somebody else's word for it may be off.
  return on === undefined ? null : { on, from: addDays(on, -366), to: addDays(on, 366) }
}

/** `80` is 1980, and never a year to come. */
function inFull(year: string, today: CivilDate): string {
  if (year.length === 4) return year
  const century = Number(today.slice(0, 2))
  return `${Number(year) > Number(today.slice(2, 4)) ? century - 1 : century}${year}`
}

function monthOf(name = ''): string {
  return String(MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1)
}

function inMonth(month: string, year = ''): Born | null {
  const from = findCivilDate(`${year}-${month.padStart(2, '0')}-01`)
  return from === undefined ? null : { on: null, from, to: addDays(from, 30) }
}

function inYears(first: number, last: number): Born | null {
  const from = findCivilDate(`${first}-01-01`)
  const to = findCivilDate(`${last}-12-31`)
  return from === undefined || to === undefined ? null : { on: null, from, to }
}

function aged(low: number, high: number, today: CivilDate): Born | null {
  if (low > high || high > 120) return null
  return { on: null, from: addDays(yearsBefore(today, high + 1), 1), to: yearsBefore(today, low) }
}

/** The older somebody is, the further off a guess: three years up to 30, four at 40, eight at 80. */
function about(age: number, today: CivilDate): Born | null {
  const off = Math.max(3, Math.round(age / 10))
  return aged(Math.max(0, age - off), age + off, today)
}

function decade(part = '', tens = '', today: CivilDate): Born | null {
  const first = Number(tens) * 10
  const [low, high] = { early: [0, 3], mid: [3, 7], late: [6, 9] }[part.toLowerCase()] ?? [0, 9]
  return aged(first + (low ?? 0), first + (high ?? 9), today)
}

function yearsBefore(date: CivilDate, years: number): CivilDate {
  const [year = '', month = '', day = ''] = date.split('-')
  // Of 29 February in other years: the day before.
  return findCivilDate(`${Number(year) - years}-${month}-${day}`) ?? getCivilDate(`${Number(year) - years}-02-28`)
}
