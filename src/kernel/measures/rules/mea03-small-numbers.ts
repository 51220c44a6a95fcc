import type { MeasureUnit } from '../define.ts'

/** What stands where a number would lie. `fewer than 5`: it is 1 to 4. `withheld`: with it another could be worked out. */
export type Withheld = 'fewer than 5' | 'withheld'

/** The figure of one row of a table by area or unit, or of what lies in none of them. */
export interface Cell {
  readonly numerator: number
  readonly denominator: number | null
}

/** What of a row is withheld; null is shown. Its value shows only where it can be made from what shows. */
export interface Shown {
  readonly numerator: Withheld | null
  readonly denominator: Withheld | null
}

/** Below this a count could tell of somebody. Nought tells of nobody and is shown. */
export const SMALL = 5

/**
 * MEA03: which numbers of a table are withheld, where its rows together are the whole force, whose own figure is shown.
 *
 * A row with a count of 1 to 4 is withheld: above the line, below it (in a share or a mean), or between the two (in a share:
 * all but a few). Then further rows, the smallest first, until no withheld number follows from the whole and what is shown;
 * neither by what `fewer than 5` says, nor by guessing that what is withheld besides is five or more. Populations are public
 * and stay. A table of one row is the whole force, and stays.
 */
export function withholdSmall(unit: MeasureUnit, rows: readonly Cell[]): readonly Shown[] {
  const above = rows.map(({ numerator }) => numerator)
  const below = unit === 'per cent' || unit === 'days' ? rows.map(({ denominator }) => denominator ?? 0) : null
  // In a mean the cases are the count of people; in all else it is what stands above the line.
  const [counted, other] = unit === 'days' && below !== null ? [below, above] : [above, below]
  const counts = [counted, other].filter((column) => column !== null)
  const small = rows.map(
    ({ numerator, denominator }, i) =>
      isSmall(counted[i] ?? 0) ||
      (unit === 'per cent' && (isSmall(denominator ?? 0) || isSmall((denominator ?? 0) - numerator))),
  )
  const empty = counts.map((column) => column.every((number) => number === 0))
  const [nothingCounted = true, nothingBeside = true] = empty
  // Where the whole is nought every row is: to withhold that would only look like care.
  if (nothingCounted && (other === null || nothingBeside)) return rows.map(() => NOTHING_WITHHELD)
  const key = nothingCounted && other !== null ? other : counted
  const withheld = protect(
    key,
    nothingCounted ? key.map(isSmall) : small,
    nothingCounted || nothingBeside ? null : other,
  )
  return withheld.map((words) => {
    const inKey = nothingCounted ? null : words
    const apart = other === null || nothingBeside || words === null ? null : 'withheld'
    const inOther = nothingCounted ? words : apart
    return unit === 'days' ? { numerator: inOther, denominator: inKey } : { numerator: inKey, denominator: inOther }
  })
}

/** Where rows are not parts of a whole that is shown, only the small ones themselves are withheld. */
export function withholdSmallAlone(unit: MeasureUnit, row: Cell): Shown {
  const { numerator, denominator } = row
  const apart = unit === 'per cent' || unit === 'days'
  const small =
    (unit !== 'days' && isSmall(numerator)) ||
    (apart && isSmall(denominator ?? 0)) ||
    (unit === 'per cent' && isSmall((denominator ?? 0) - numerator))
  if (!small) return NOTHING_WITHHELD
  const words = isSmall(unit === 'days' ? (denominator ?? 0) : numerator) ? 'fewer than 5' : 'withheld'
  const [above, below] = unit === 'days' ? (['withheld', words] as const) : ([words, 'withheld'] as const)
  return { numerator: above, denominator: apart ? below : null }
}

const NOTHING_WITHHELD: Shown = { numerator: null, denominator: null }

function isSmall(count: number): boolean {
  return count > 0 && count < SMALL
}

/** What to withhold of a column whose sum is known. `beside`: numbers that are withheld with it, whose sum is known too. */
function protect(
  counts: readonly number[],
  small: readonly boolean[],
  beside: readonly number[] | null,
): readonly (Withheld | null)[] {
  const withheld: (Withheld | null)[] = counts.map((count, i) => (small[i] === true ? wordsFor(count) : null))
  if (withheld.every((words) => words === null) || counts.length === 1) return counts.map(() => null)
  const next = counts
    .map((count, i) => ({ count, i }))
    .filter(({ i }) => withheld[i] === null)
    // Noughts last: they hide little.
    .toSorted((a, b) => (a.count || Infinity) - (b.count || Infinity) || a.i - b.i)
  for (const { i } of next) {
    if (isSafe(counts, withheld, beside)) return withheld
    withheld[i] = 'withheld'
  }
  return isSafe(counts, withheld, beside) ? withheld : counts.map(() => 'withheld')
}

function wordsFor(count: number): Withheld {
  return isSmall(count) ? 'fewer than 5' : 'withheld'
}

/** Whether each withheld number could be one of several. */
function isSafe(
  counts: readonly number[],
  withheld: readonly (Withheld | null)[],
  beside: readonly number[] | null,
): boolean {
  const hidden = counts.flatMap((count, i) => {
    const words = withheld[i] ?? null
    return words === null ? [] : [{ count, words, beside: beside?.[i] ?? 1 }]
  })
  if (hidden.every((one) => one.beside === 0)) return false
  const sum = hidden.reduce((total, { count }) => total + count, 0)
  // Whoever knows this rule guesses that what is not small itself is five or more, which need not be so.
  const guessable = hidden.every(({ count, words }) => words !== 'withheld' || count >= SMALL)
  return (guessable ? [0, SMALL] : [0]).every((least) => noneFollows(hidden, sum, least))
}

/** Whether no number follows from their sum and the range of each; `least`: what is taken for the least of the withheld. */
function noneFollows(hidden: readonly { readonly words: Withheld }[], sum: number, least: number): boolean {
  const lows = hidden.map(({ words }) => (words === 'withheld' ? least : 1))
  const highs = hidden.map(({ words }) => (words === 'withheld' ? Infinity : SMALL - 1))
  const low = lows.reduce((total, value) => total + value, 0)
  const boundless = highs.filter((value) => value === Infinity).length
  const bounded = highs.reduce((total, value) => total + (value === Infinity ? 0 : value), 0)
  return hidden.every((_, i) => {
    const [ownLow = 0, ownHigh = 0] = [lows[i], highs[i]]
    const othersBoundless = boundless - (ownHigh === Infinity ? 1 : 0)
    const othersHigh = othersBoundless > 0 ? Infinity : bounded - (ownHigh === Infinity ? 0 : ownHigh)
    return Math.max(ownLow, sum - othersHigh) < Math.min(ownHigh, sum - (low - ownLow))
  })
}
