import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasureUnit } from '../define.ts'
import { withholdSmall, withholdSmallAlone, type Cell, type Shown, type Withheld } from './mea03-small-numbers.ts'

const rowsOf = (...numerators: number[]): Cell[] => numerators.map((numerator) => ({ numerator, denominator: null }))
const numeratorsOf = (shown: readonly Shown[]) => shown.map(({ numerator }) => numerator)

describe('MEA03 small numbers', () => {
  it('are said to be fewer than five, and one more is withheld, so that they cannot be worked out', () => {
    expect(numeratorsOf(withholdSmall('count', rowsOf(3, 40, 12, 0)))).toEqual(['fewer than 5', null, 'withheld', null])
    expect(numeratorsOf(withholdSmall('count', rowsOf(9, 40, 12, 0)))).toEqual([null, null, null, null])
  })

  it('are withheld without saying that they are small, where their sum would tell', () => {
    // 1 and 1 are the only two numbers from 1 to 4 that make 2.
    expect(numeratorsOf(withholdSmall('count', rowsOf(1, 1)))).toEqual(['withheld', 'withheld'])
    expect(numeratorsOf(withholdSmall('count', rowsOf(4, 4, 30)))).toEqual(['fewer than 5', 'fewer than 5', 'withheld'])
  })

  it('of those below the line and between the two are withheld in a share', () => {
    const rows = [
      { numerator: 0, denominator: 3 },
      { numerator: 97, denominator: 100 },
      { numerator: 40, denominator: 90 },
      { numerator: 50, denominator: 90 },
    ]
    const shown = withholdSmall('per cent', rows)
    expect(numeratorsOf(shown).slice(0, 2)).toEqual(['withheld', 'withheld'])
    expect(shown.map(({ denominator }) => denominator)).toEqual(shown.map(({ numerator }) => numerator))
    expect(numeratorsOf(shown).slice(2)).toEqual([null, null])
  })

  it('leave populations as they are, and the table of one row, which is the whole force', () => {
    const rows = [
      { numerator: 2, denominator: 9_000 },
      { numerator: 60, denominator: 8_000 },
      { numerator: 70, denominator: 8_000 },
    ]
    expect(withholdSmall('per 1,000 people', rows).every(({ denominator }) => denominator === null)).toBe(true)
    expect(numeratorsOf(withholdSmall('count', rowsOf(3)))).toEqual([null])
  })

  it('are of the cases in a mean', () => {
    const shown = withholdSmall('days', [
      { numerator: 90, denominator: 2 },
      { numerator: 400, denominator: 30 },
      { numerator: 600, denominator: 40 },
    ])
    expect(shown).toEqual([
      { numerator: 'withheld', denominator: 'fewer than 5' },
      { numerator: 'withheld', denominator: 'withheld' },
      { numerator: null, denominator: null },
    ])
  })

  it('stand alone where the rows are not parts of a whole', () => {
    expect(withholdSmallAlone('count', { numerator: 4, denominator: null }).numerator).toBe('fewer than 5')
    expect(withholdSmallAlone('per cent', { numerator: 20, denominator: 22 })).toEqual({
      numerator: 'withheld',
      denominator: 'withheld',
    })
    expect(withholdSmallAlone('count', { numerator: 5, denominator: null }).numerator).toBeNull()
  })
})

describe('What is shown of a table', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 }))
  const parts = fc.record({ numerator: count, more: fc.integer({ min: 0, max: 9 }) })
  const table = fc.array(parts, { minLength: 2, maxLength: 4 })
  const unit = fc.constantFrom<MeasureUnit>('count', 'per 1,000 people', 'per cent')

  it('gives no withheld number, with the whole force’s and the words that stand in its place', () => {
    fc.assert(
      fc.property(table, unit, (drawn, of) => {
        const rows = drawn.map(({ numerator, more }) => ({
          numerator,
          denominator: of === 'per cent' ? numerator + more : null,
        }))
        const shown = withholdSmall(of, rows)
        for (const [i, possible] of possibleNumbers(of, rows, shown).entries()) {
          if (shown[i]?.numerator) expect(possible.numerators.size).toBeGreaterThan(1)
          if (shown[i]?.denominator) expect(possible.denominators.size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('has no count from 1 to 4 in it, unless the whole force is nought', () => {
    fc.assert(
      fc.property(table, unit, (drawn, of) => {
        const rows = drawn.map(({ numerator, more }) => ({
          numerator,
          denominator: of === 'per cent' ? numerator + more : null,
        }))
        withholdSmall(of, rows).forEach((shown, i) => {
          const { numerator = 0, denominator = null } = rows[i] ?? {}
          if (shown.numerator === null) expect(isSmall(numerator)).toBe(false)
          if (shown.denominator === null && denominator !== null) expect(isSmall(denominator)).toBe(false)
          if (
            shown.numerator === null &&
            shown.denominator === null &&
            denominator !== null &&
            denominator !== numerator
          )
            expect(isSmall(denominator - numerator) && numerator > 0).toBe(false)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('withholds nothing where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 500 }), { minLength: 2, maxLength: 9 }), (numbers) => {
        expect(numeratorsOf(withholdSmall('count', rowsOf(...numbers))).every((words) => words === null)).toBe(true)
      }),
    )
  })
})

function isSmall(number: number): boolean {
  return number > 0 && number < 5
}

interface Possible {
  readonly numerators: Set<number>
  readonly denominators: Set<number>
}

/**
 * The numbers of tables that look the same: by trying, not by reasoning, until every number that is withheld could be
 * one of two.
 */
function possibleNumbers(unit: MeasureUnit, rows: readonly Cell[], shown: readonly Shown[]): readonly Possible[] {
  const possible = rows.map(() => ({ numerators: new Set<number>(), denominators: new Set<number>() }))
  const open = (part: 'numerator' | 'denominator') =>
    possible.some((numbers, i) => (shown[i]?.[part] ?? null) !== null && numbers[`${part}s`].size < 2)
  const none = rows.map(() => 0)
  for (const above of columns(
    rows.map(({ numerator }) => numerator),
    shown.map(({ numerator }) => numerator),
    none,
  )) {
    let fits = unit !== 'per cent'
    if (unit === 'per cent')
      for (const below of columns(
        rows.map(({ denominator }) => denominator ?? 0),
        shown.map(({ denominator }) => denominator),
        above,
      )) {
        fits = true
        below.forEach((number, i) => possible[i]?.denominators.add(number))
        if (!open('denominator')) break
      }
    if (!fits) continue
    above.forEach((number, i) => possible[i]?.numerators.add(number))
    if (!open('numerator') && !open('denominator')) break
  }
  return possible
}

/** Each column with the same sum that shows the same numbers and words, none of its numbers below `least`. */
function* columns(
  truth: readonly number[],
  words: readonly (Withheld | null)[],
  least: readonly number[],
  left = sumOf(truth),
): Generator<readonly number[]> {
  const [number, ...rest] = truth
  if (number === undefined) {
    if (left === 0) yield []
    return
  }
  const [said = null, ...wordsOfRest] = words
  const [floor = 0, ...leastOfRest] = least
  const most = Math.min(left - sumOf(leastOfRest), said === null ? number : said === 'fewer than 5' ? 4 : left)
  for (let choice = Math.max(floor, said === null ? number : said === 'fewer than 5' ? 1 : 0); choice <= most; choice++)
    for (const others of columns(rest, wordsOfRest, leastOfRest, left - choice)) yield [choice, ...others]
}

function sumOf(column: readonly number[]): number {
  return column.reduce((total, number) => total + number, 0)
}
