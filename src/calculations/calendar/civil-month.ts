declare const civilMonth: unique symbol

/** A calendar month as `YYYY-MM`, such as `2018-06`. Plain text order is time order. */
export type CivilMonth = string & { readonly [civilMonth]: true }

const SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Whether the text is a month of the form `YYYY-MM`. */
export function isCivilMonth(text: string): text is CivilMonth {
  return SHAPE.test(text)
}

/** The month, or undefined when the text is not one. */
export function findCivilMonth(text: string): CivilMonth | undefined {
  return isCivilMonth(text) ? text : undefined
}

/** The month. Throws RangeError, naming the text, when it is not of the form `YYYY-MM`. */
export function getCivilMonth(text: string): CivilMonth {
  if (!isCivilMonth(text)) throw new RangeError(`“${text}” is not a month such as 2018-06`)
  return text
}

/** The month of a year (0 to 9999) and a month number (1 to 12). Throws RangeError outside them. */
export function civilMonthOf(year: number, month: number): CivilMonth {
  return getCivilMonth(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
}

/** The month so many months later (earlier when below nought). */
export function addMonths(month: CivilMonth, months: number): CivilMonth {
  return fromNumber(toNumber(month) + months)
}

/** How many months lie from the first to the second: 2018-06 to 2019-01 is 7. */
export function monthsFrom(first: CivilMonth, second: CivilMonth): number {
  return toNumber(second) - toNumber(first)
}

/** Every month from the first to the last, both included; none when the last is before the first. */
export function monthsBetween(first: CivilMonth, last: CivilMonth): CivilMonth[] {
  return Array.from({ length: Math.max(0, monthsFrom(first, last) + 1) }, (_, i) => addMonths(first, i))
}

/** How many days the month has (28 to 31), by the Gregorian calendar. */
export function daysInMonth(month: CivilMonth): number {
  const { year, number } = partsOf(month)
  if (number === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return number === 4 || number === 6 || number === 9 || number === 11 ? 30 : 31
}

/** The month in words: `June 2018`. */
export function formatMonth(month: CivilMonth): string {
  const { year, number } = partsOf(month)
  return `${MONTH_NAMES[number - 1] ?? ''} ${year}`
}

/** The month in few letters, for the axis of a chart: `Jun 2018`. */
export function formatMonthShort(month: CivilMonth): string {
  const { year, number } = partsOf(month)
  return `${(MONTH_NAMES[number - 1] ?? '').slice(0, 3)} ${year}`
}

/** Months in words, runs of them drawn together: `June 2018 and October 2018 to January 2019`. */
export function formatMonths(months: readonly CivilMonth[]): string {
  const runs = consecutiveRuns(months).map((run) => {
    const first = run[0]
    const last = run.at(-1)
    if (first === undefined || last === undefined) return ''
    return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`
  })
  const final = runs.pop() ?? 'no months'
  return runs.length === 0 ? final : `${runs.join(', ')} and ${final}`
}

/** The months, sorted, each once, cut wherever one is missing. */
export function consecutiveRuns(months: readonly CivilMonth[]): CivilMonth[][] {
  const runs: CivilMonth[][] = []
  for (const month of [...new Set(months)].sort()) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last !== undefined && monthsFrom(last, month) === 1) run.push(month)
    else runs.push([month])
  }
  return runs
}

function partsOf(month: CivilMonth): { year: number; number: number } {
  return { year: Number(month.slice(0, 4)), number: Number(month.slice(5)) }
}

function toNumber(month: CivilMonth): number {
  const { year, number } = partsOf(month)
  return year * 12 + number - 1
}

function fromNumber(months: number): CivilMonth {
  return civilMonthOf(Math.floor(months / 12), (months % 12) + 1)
}
