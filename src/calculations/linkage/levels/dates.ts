/** Levels of a date of birth beside another. */
export const DATE_LEVELS = [
  'the same',
  'the same year, its day not known (1 January)',
  'day and month the other way round',
  'one figure apart',
  'two of day, month and year the same',
  'two figures apart',
  'the same year',
  'day, month and year each a slip away',
  'within two years',
  'different',
] as const

/**
 * A date as eight figures, year first, or '' where it is not one; whether such a day exists is not asked, since a
 * mistyped date tells more than none. Read are 1971-06-24, 19710624, 24/06/1971, and a year alone as its 1 January.
 */
export function readDate(text: string): string {
  const figures = text.replaceAll(/\D/g, '')
  if (figures.length === 4) return `${figures}0101`
  const parts = text.trim().split(/[^0-9A-Za-z]+/)
  const [first = '', second = '', third = ''] = parts
  if (figures.length === 8 && parts.length === 1) return figures
  if (parts.length < 3) return ''
  if (isYear(first)) return first + twoFigures(second) + twoFigures(third.slice(0, 2))
  return isYear(third) ? third + twoFigures(second) + twoFigures(first) : ''
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text)
}

function twoFigures(text: string): string {
  return text.replaceAll(/\D/g, '0').padStart(2, '0').slice(0, 2)
}

/** The level of two dates of eight figures as numbers: 19710624. */
export function dateLevel(left: number, right: number): number {
  if (left === right) return left % 10000 === 101 ? 1 : 0
  const leftYear = Math.trunc(left / 10000)
  const rightYear = Math.trunc(right / 10000)
  const leftMonth = Math.trunc(left / 100) % 100
  const rightMonth = Math.trunc(right / 100) % 100
  const leftDay = left % 100
  const rightDay = right % 100
  const sameYear = leftYear === rightYear
  if (sameYear && leftMonth === rightDay && leftDay === rightMonth) return 2
  if (sameYear && (left % 10000 === 101 || right % 10000 === 101)) return 1
  const apart = figuresApart(left, right)
  if (apart === 1 || isNeighbourSwap(left, right)) return 3
  if (Number(sameYear) + Number(leftMonth === rightMonth) + Number(leftDay === rightDay) === 2) return 4
  if (apart === 2) return 5
  if (sameYear) return 6
  const years = Math.abs(leftYear - rightYear)
  const isSlip = years <= 1 || (years >= 9 && years <= 11)
  if (isSlip && Math.abs(leftMonth - rightMonth) <= 1 && Math.abs(leftDay - rightDay) <= 5) return 7
  return years <= 2 ? 8 : 9
}

function figuresApart(left: number, right: number): number {
  let a = left
  let b = right
  let apart = 0
  for (let i = 0; i < 8; i++) {
    if (a % 10 !== b % 10) apart++
    a = Math.trunc(a / 10)
    b = Math.trunc(b / 10)
  }
  return apart
}

function isNeighbourSwap(left: number, right: number): boolean {
  let a = left
  let b = right
  for (let i = 0; i < 7; i++) {
    if (a % 10 !== b % 10) {
      const swapped = Math.trunc(a / 10) % 10 === b % 10 && Math.trunc(b / 10) % 10 === a % 10
      return swapped && Math.trunc(a / 100) === Math.trunc(b / 100)
    }
    a = Math.trunc(a / 10)
    b = Math.trunc(b / 10)
  }
  return false
}
