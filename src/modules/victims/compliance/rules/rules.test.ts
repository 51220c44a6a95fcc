import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { dutyRulesOfVictims } from '#kernel/victims-code/duty-rules.ts'
import { RIGHT_NUMBERS, RIGHTS } from './rights.ts'
import { AT_ONCE_RULES, CLOCKLESS_RULES, COUNTED_RULES, countedUnder } from './vco01-counted-under.ts'
import { howKept, medianLateness, NO_TALLY, owedOf, sumOf, type Tally } from './vco02-tally.ts'
import { addMonthsUp, openCell, publishCells } from './vco04-publish.ts'
import { partedUnits } from './vco05-parted-units.ts'
import { byRight, byRule } from './vco06-by-right.ts'
import { teamsOver } from './vco07-teams.ts'
import { drawByLot } from './vco08-draw.ts'

const tally = (of: Partial<Tally>): Tally => ({
  ...NO_TALLY,
  ...of,
  lateness: of.lateness ?? [0, of.late ?? 0],
})
/** Each late by so many working days. */
const lateBy = (...days: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(...days) + 1 }, (_, day) => days.filter((one) => one === day).length)
const few = fc.integer({ min: 0, max: 12 })
const anyTally = fc
  .record({ inTime: few, late: few, waived: few, overdue: few, unknown: few })
  .map((counts) => tally(counts))

describe('VCO-01 what a duty is counted under', () => {
  test('the right that its rule has in the code of 2020, whichever code it is of; standard or enhanced', () => {
    expect(countedUnder('VC09-2020-E')).toEqual({ right: 6, rule: 'VC09', enhanced: true })
    expect(countedUnder('VC09-2015')).toEqual({ right: 6, rule: 'VC09', enhanced: false })
    expect(countedUnder('VC07-2020-D14')).toMatchObject({ right: 6, rule: 'VC07' })
    // The recording standard is what right 2 is measured by.
    expect(countedUnder('VC02-2020')).toMatchObject({ right: 2 })
  })

  test('nothing for what the prosecutors or probation owe, a force’s own standard, and what is no duty to a victim', () => {
    for (const code of ['VC17-2020', 'VC35-2020', 'VC42-2015', 'VC37-2020-FC', 'VC44-2020', 'INS-02', 'VC18-2020'])
      expect([code, countedUnder(code)]).toEqual([code, null])
    expect(countedUnder('VC37-2020')).toMatchObject({ right: 11 })
  })

  test('each right but the first, which is about how things are said, has a rule; each counted rule is a duty rule', () => {
    const rights = new Set(COUNTED_RULES.map((code) => countedUnder(code)?.right))
    expect(RIGHT_NUMBERS.filter((right) => !rights.has(right))).toEqual([1])
    expect(Object.keys(RIGHTS)).toHaveLength(12)
    const known = dutyRulesOfVictims().map(({ code }) => code)
    expect(COUNTED_RULES.filter((code) => !known.includes(code))).toEqual([])
    expect(AT_ONCE_RULES).toContain('VC05-2015')
    expect(CLOCKLESS_RULES).toEqual(expect.arrayContaining([...AT_ONCE_RULES]))
    expect(CLOCKLESS_RULES).not.toContain('VC09-2015')
  })
})

describe('VCO-02 and VCO-03 how duties were kept', () => {
  test('what was waived is owed and not met; the unknown are not owed yet', () => {
    expect(owedOf(tally({ inTime: 7, late: 1, waived: 1, overdue: 2, unknown: 3 }))).toBe(11)
  })

  test.each([
    [{}, 'nothing-owed'],
    [{ inTime: 3 }, 'met'],
    [{ inTime: 3, unknown: 1 }, 'unknown'],
    [{ unknown: 1 }, 'unknown'],
    [{ inTime: 3, late: 1 }, 'not-met'],
    [{ inTime: 3, waived: 1 }, 'not-met'],
    [{ inTime: 3, overdue: 1, unknown: 1 }, 'not-met'],
  ] as const)('%o: %s', (counts, kept) => {
    expect(howKept(tally(counts))).toBe(kept)
  })

  test('with anything unknown a right never shows as met, and what is counted is all that is owed or unknown', () => {
    fc.assert(
      fc.property(fc.array(anyTally, { maxLength: 6 }), (parts) => {
        const { inTime, late, waived, overdue, unknown } = sumOf(parts)
        const cell = openCell(sumOf(parts))
        expect(inTime + late + waived + overdue + unknown).toBe(owedOf(sumOf(parts)) + unknown)
        if (unknown > 0) expect(cell.kept).not.toBe('met')
        if (cell.kept === 'met') expect(inTime).toBeGreaterThan(0)
      }),
    )
  })

  test('the middle of lateness: of an odd number one, of an even one half-way; none where nothing was late', () => {
    expect(medianLateness({ lateness: lateBy(9, 1, 2) })).toBe(2)
    expect(medianLateness({ lateness: lateBy(10, 1, 2, 3) })).toBe(2.5)
    expect(medianLateness({ lateness: [] })).toBeNull()
  })
})

describe('VCO-04 what may be shown', () => {
  test('large parts as they are; a small one is withheld, and the next smallest with it', () => {
    const [large, small, next] = publishCells([
      tally({ inTime: 90, late: 10 }),
      tally({ inTime: 2, late: 9 }),
      tally({ inTime: 30, overdue: 20 }),
    ])
    expect(large).toMatchObject({ inTime: 90, owed: 100, late: 10, overdue: 0, kept: 'not-met', medianLate: 1 })
    expect(small).toMatchObject({ inTime: 'fewer than 5', owed: 'withheld', late: 'withheld', kept: 'withheld' })
    expect(next).toMatchObject({ inTime: 'withheld', owed: 'withheld' })
  })

  test('of a part that shows, few late are withheld, and another with them, since together they are the rest', () => {
    const [cell] = publishCells([
      tally({ inTime: 50, late: 2, waived: 8, overdue: 20 }),
      tally({ inTime: 50, late: 10 }),
    ])
    expect(cell).toMatchObject({
      inTime: 50,
      owed: 80,
      late: 'fewer than 5',
      waived: 'withheld',
      overdue: 20,
      medianLate: null,
    })
  })

  test('no count from 1 to 4 of what was met, owed or unknown shows, and never is one alone withheld', () => {
    fc.assert(
      fc.property(fc.array(anyTally, { minLength: 3, maxLength: 24 }), (parts) => {
        const cells = publishCells(parts)
        for (const column of ['inTime', 'owed', 'unknown'] as const) {
          const shown = cells.map((cell) => cell[column])
          expect(shown.filter((count) => typeof count === 'number' && count > 0 && count < 5)).toEqual([])
          expect(shown.filter((count) => typeof count === 'string')).not.toHaveLength(1)
        }
      }),
    )
  })

  test('months added up show no more than the months do', () => {
    const months = [tally({ inTime: 50, late: 10 }), tally({ inTime: 2, late: 10 })].map((one) => ({
      tally: one,
      cell: publishCells([one, tally({ inTime: 99, late: 30 })])[0] ?? openCell(one),
    }))
    expect(addMonthsUp(months)).toMatchObject({ inTime: 'withheld', owed: 'withheld', kept: 'withheld' })
    expect(addMonthsUp(months.slice(0, 1))).toMatchObject({ inTime: 50, owed: 60, late: 10, medianLate: 1 })
    expect(addMonthsUp([])).toMatchObject({ owed: 0, kept: 'nothing-owed' })
  })
})

describe('VCO-05 units in one table', () => {
  test('none that lies above another: what it owed itself is in no row', () => {
    const parents = new Map([
      [3, 2],
      [2, 1],
      [4, 1],
    ])
    expect([...partedUnits([1, 3, 4], (unit) => parents.get(unit) ?? null)]).toEqual([3, 4])
    expect([...partedUnits([2], (unit) => parents.get(unit) ?? null)]).toEqual([2])
  })
})

describe('VCO-06 by right', () => {
  const [april, may] = [getCivilMonth('2016-04'), getCivilMonth('2016-05')]
  const months = monthsBetween(april, may)
  const counted = [
    { month: april, rule: 'VC09-2015', ...tally({ inTime: 20, late: 10 }) },
    { month: april, rule: 'VC11-2020', ...tally({ inTime: 40 }) },
    { month: may, rule: 'VC09-2015', ...tally({ inTime: 10 }) },
    { month: may, rule: 'VC09-2015-E', ...tally({ unknown: 7 }) },
    { month: may, rule: 'VC17-2015', ...tally({ overdue: 30 }) },
  ]

  test('both codes under one right, standard and enhanced apart, the last months added up, each month in the line', () => {
    const rows = byRight(counted, { months, last: 2, published: false })
    expect(rows[5]).toMatchObject({
      right: 6,
      standard: { inTime: 70, owed: 80, kept: 'not-met' },
      enhanced: { owed: 0, unknown: 7, kept: 'unknown' },
      line: [{ standard: { owed: 70 } }, { standard: { owed: 10, kept: 'met' } }],
    })
    expect(rows[0]).toMatchObject({ right: 1, standard: { kept: 'nothing-owed' } })
    expect(byRight(counted, { months, last: 1, published: false })[5]).toMatchObject({
      standard: { inTime: 10, owed: 10 },
    })
  })

  test('its rules make it up', () => {
    const rules = byRule(counted, 6, { months, last: 2, published: false })
    expect(rules).toMatchObject([
      { rule: 'VC09', standard: { inTime: 30, owed: 40, late: 10 }, enhanced: { unknown: 7 } },
      { rule: 'VC11', standard: { inTime: 40, owed: 40 } },
    ])
  })

  test('published, a rule shows nothing of a right that is withheld, and late of the right alone', () => {
    const small = [...counted, { month: april, rule: 'VC01-2015', ...tally({ inTime: 1 }) }]
    const rights = byRight(small, { months: [april], last: 1, published: true })
    expect(rights[2]?.standard.kept).toBe('withheld')
    expect(byRule(small, 3, { months: [april], last: 1, published: true })).toMatchObject([
      { rule: 'VC01', standard: { inTime: 'withheld', owed: 'withheld' } },
    ])
    const shown = byRule(counted, 6, { months: [april], last: 1, published: true })
    expect(shown).toMatchObject([
      { standard: { inTime: 20, owed: 30, late: 'withheld' } },
      { standard: { inTime: 40, owed: 40 } },
    ])
  })
})

test('VCO-07 a team over months is withheld where one of its months is', () => {
  const [april, may] = [getCivilMonth('2016-04'), getCivilMonth('2016-05')]
  const given = [
    { id: 1, month: april, numerator: 10, denominator: 12 },
    { id: 1, month: may, numerator: 20, denominator: 22 },
    { id: 2, month: april, numerator: null, denominator: null },
    { id: 2, month: may, numerator: 9, denominator: 9 },
  ]
  expect(teamsOver(given, [april, may])).toEqual([
    { id: 1, inTime: 30, owed: 34 },
    { id: 2, inTime: 'withheld', owed: 'withheld' },
  ])
  expect(teamsOver(given, [may])).toContainEqual({ id: 2, inTime: 9, owed: 9 })
})

test('VCO-08 a draw is the same again for the same seed, in whatever order they come; each once; another seed draws others', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `id-${i}`)
  const drawn = drawByLot(ids, 7, 10)
  expect(drawByLot(ids.toReversed(), 7, 10)).toEqual(drawn)
  expect(new Set(drawn).size).toBe(10)
  expect(drawByLot(ids, 8, 10)).not.toEqual(drawn)
  expect(drawByLot(ids, 7, 99)).toHaveLength(40)
})
