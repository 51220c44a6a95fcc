import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, getCivilDate, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { dateOfDay, dayNumberOf } from '#calculations/calendar/day-number.ts'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { isWorkingDay } from '#calculations/calendar/working-days.ts'
import { dueAt, dueOf } from '#calculations/clocks/due-of.ts'
import type { Pause } from '#calculations/clocks/pauses.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import { earliestDue, type Limit } from '#kernel/duties/times.ts'
import { codeInForce } from './code-in-force.ts'
import { dutyRuleCode, dutyRulesOfVictims, readDutyRuleCode } from './duty-rules.ts'
import { changeOfCategory } from './rules/vic02-category-change.ts'
import { victimRule } from './victim-rules.ts'

const day = getCivilDate
const RULES = dutyRules(dutyRulesOfVictims())
const CODES = RULES.all.map(({ code }) => code)

function ruleOf(code: string) {
  const rule = RULES.all.find((one) => one.code === code)
  if (rule === undefined) throw new Error(`No duty rule ${code}`)
  return rule
}
/** The day and time in London by which it is due, from a day and time there. */
function due(code: string, on: string, time = '10:00'): string | null {
  const { at } = dueOf(ruleOf(code).clock, londonMoment(day(on), time))
  return at === null ? null : wordsOf(at)
}
function wordsOf(at: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/London' }).format(at)
  return `${formatDate(londonDateAt(at))}, ${time}`
}

describe('VIC-01 the code in force at the report governs', () => {
  test.each([
    ['2015-11-15', null],
    ['2015-11-16', '2015'],
    ['2021-03-31', '2015'],
    ['2021-04-01', '2020'],
  ])('reported on %s: %s', (on, code) => {
    expect(codeInForce(day(on))).toBe(code)
  })

  test('a crime of March 2021 whose first hearing is fixed in May 2021 keeps the five days of its code', () => {
    const code = codeInForce(day('2021-03-31'))
    if (code === null) throw new Error('A code governs')
    const duty = dutyRuleCode('VC21', code, false)
    expect(duty).toBe('VC21-2015')
    expect(RULES.inForce(duty, day('2021-05-05')).code).toBe('VC21-2015')
    // Wednesday 5 May 2021: five working days, one under the later code.
    expect(due(duty, '2021-05-05')).toBe('Wednesday 12 May 2021, 23:59:59')
    expect(due('VC21-2020', '2021-05-05')).toBe('Thursday 6 May 2021, 23:59:59')
  })

  test('the later code does not govern before its first day', () => {
    expect(() => RULES.inForce('VC09-2020', day('2021-03-31'))).toThrow(RangeError)
    expect(() => RULES.inForce('VC09-2015', day('2015-11-15'))).toThrow(RangeError)
  })
})

describe('The limits of the rules', () => {
  test.each([
    ['VC09-2015', '2016-03-24', '10:00', 'Monday 4 April 2016, 23:59:59'],
    ['VC09-2015-E', '2016-12-23', '10:00', 'Wednesday 28 December 2016, 23:59:59'],
    ['VC09-2015', '2016-12-22', '10:00', 'Tuesday 3 January 2017, 23:59:59'],
    ['VC09-2015-E', '2016-08-29', '10:00', 'Tuesday 30 August 2016, 23:59:59'],
    ['VC20-2015', '2016-04-29', '10:00', 'Tuesday 14 June 2016, 23:59:59'],
    // After five on a Friday is still that day.
    ['VC09-2015-E', '2016-06-03', '17:30', 'Monday 6 June 2016, 23:59:59'],
    ['VC08-2015-E', '2016-06-03', '17:30', 'Friday 10 June 2016, 23:59:59'],
    ['VC08-2020-E', '2021-06-04', '17:30', 'Monday 7 June 2021, 23:59:59'],
    // Hours as they pass: the night on which the clocks go forward is one short.
    ['VC02-2015', '2016-03-26', '12:00', 'Sunday 27 March 2016, 13:00:00'],
    // Days of the calendar do not know holidays.
    ['VC07-2015', '2016-03-24', '10:00', 'Thursday 21 April 2016, 23:59:59'],
    ['VC07-2015-D7', '2016-03-24', '10:00', 'Thursday 31 March 2016, 23:59:59'],
    ['VC30-2015', '2016-03-26', '21:00', 'Saturday 26 March 2016, 23:59:59'],
    ['VC37-2015', '2016-06-06', '10:00', 'Monday 20 June 2016, 23:59:59'],
    ['VC37-2015-FC', '2016-06-06', '10:00', 'Monday 4 July 2016, 23:59:59'],
    ['VC29-2015-CC', '2016-06-06', '10:00', 'Tuesday 7 June 2016, 23:59:59'],
    ['VC05-2015', '2016-06-06', '10:00', null],
    ['VC33-2015', '2016-06-06', '10:00', null],
  ])('%s from %s at %s: %s', (code, on, time, expected) => {
    expect(due(code, on, time)).toBe(expected)
  })

  test('they have three months of the calendar to ask for a review: from 30 November to the last of February', () => {
    const { clock } = victimRule('VC18').limits['2015']?.standard ?? { clock: { kind: 'none' as const } }
    const { at } = dueOf(clock, londonMoment(day('2016-11-30'), '10:00'))
    expect(at && wordsOf(at)).toBe('Tuesday 28 February 2017, 23:59:59')
  })

  test('what is due before a sentence has no due time until that has one', () => {
    const { clock } = ruleOf('VC31-2015')
    expect(dueOf(clock, null).at).toBeNull()
    const sentence = londonMoment(day('2016-09-12'), '10:30')
    expect(dueOf(clock, sentence).at).toEqual(sentence)
  })
})

const moments = fc
  .integer({ min: 0, max: 365 * 12 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2015, 10, 16) + minutes * 60_000))
const codes = fc.constantFrom(...CODES)

const dueBy = (limits: readonly Limit[]) => earliestDue(limits, [], standardHolidays)?.getTime() ?? Infinity

describe('VIC-02 a category that changes', () => {
  test('an upgrade on Wednesday of an arrest on Monday brings one day from Wednesday, and nothing back-dated', () => {
    const arrested = londonMoment(day('2016-06-06'), '09:00')
    const changedAt = londonMoment(day('2016-06-08'), '16:00')
    const next = changeOfCategory({ dutyRule: 'VC09-2015', countsFrom: arrested }, { enhanced: true, changedAt })
    expect(next).toEqual({ dutyRule: 'VC09-2015-E', countsFrom: changedAt })
    const limits = [
      { rule: ruleOf('VC09-2015-E'), countsFrom: changedAt },
      { rule: ruleOf('VC09-2015'), countsFrom: arrested },
    ]
    expect(wordsOf(new Date(dueBy(limits)))).toBe('Thursday 9 June 2016, 23:59:59')
  })

  test('a late upgrade keeps the earlier limit of before; a downgrade keeps the short one', () => {
    const arrested = londonMoment(day('2016-06-06'), '09:00')
    const changedAt = londonMoment(day('2016-06-13'), '16:00')
    const up = { rule: ruleOf('VC09-2015-E'), countsFrom: changedAt }
    const before = { rule: ruleOf('VC09-2015'), countsFrom: arrested }
    expect(wordsOf(new Date(dueBy([up, before])))).toBe('Monday 13 June 2016, 23:59:59')
    const down = changeOfCategory(
      { dutyRule: 'VC09-2015-E', countsFrom: arrested },
      { enhanced: false, changedAt: londonMoment(day('2016-06-06'), '18:00') },
    )
    expect(down).toEqual({ dutyRule: 'VC09-2015', countsFrom: arrested })
  })

  test('a rhythm that was agreed, and the sentence that is waited for, stay as they were', () => {
    const at = londonMoment(day('2016-06-06'), '09:00')
    const changedAt = londonMoment(day('2016-06-08'), '16:00')
    expect(
      changeOfCategory({ dutyRule: 'VC07-2015-D14', countsFrom: at }, { enhanced: true, changedAt })?.dutyRule,
    ).toBe('VC07-2015-E-D14')
    expect(changeOfCategory({ dutyRule: 'VC31-2015', countsFrom: at }, { enhanced: true, changedAt })).toEqual({
      dutyRule: 'VC31-2015-E',
      countsFrom: at,
    })
    expect(
      changeOfCategory({ dutyRule: 'VC31-2015', countsFrom: null }, { enhanced: true, changedAt })?.countsFrom,
    ).toBeNull()
    expect(changeOfCategory({ dutyRule: 'VC09-2015-E', countsFrom: at }, { enhanced: true, changedAt })).toBeNull()
    expect(changeOfCategory({ dutyRule: 'INS-02', countsFrom: at }, { enhanced: true, changedAt })).toBeNull()
  })

  test('for every rule and moment: an enhanced limit is never later than the standard one', () => {
    const pairs = CODES.flatMap((code) => {
      const parts = readDutyRuleCode(code)
      return parts === null || parts.enhanced
        ? []
        : [[ruleOf(code), ruleOf(dutyRuleCode(parts.rule, parts.code, true, parts.variant))] as const]
    })
    expect(pairs).toHaveLength(CODES.length / 2)
    fc.assert(
      fc.property(fc.constantFrom(...pairs), moments, ([standard, enhanced], countsFrom) => {
        expect(dueBy([{ rule: enhanced, countsFrom }])).toBeLessThanOrEqual(dueBy([{ rule: standard, countsFrom }]))
      }),
      { numRuns: 2_000 },
    )
  })

  test('for every rule: no row of changes makes an open limit longer, and none takes time that had passed', () => {
    const changes = fc.array(fc.integer({ min: 1, max: 10 * 24 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(codes, moments, changes, (code, start, gaps) => {
        let [open, changedAt] = [{ dutyRule: code, countsFrom: start as Date | null }, start]
        const limits: Limit[] = [{ rule: ruleOf(code), countsFrom: start }]
        for (const hours of gaps) {
          changedAt = new Date(changedAt.getTime() + hours * 3_600_000)
          const enhanced = readDutyRuleCode(open.dutyRule)?.enhanced !== true
          const next = changeOfCategory(open, { enhanced, changedAt })
          if (next === null) throw new Error('Every change of category changes the duty')
          const before = dueBy(limits)
          const added = { rule: ruleOf(next.dutyRule), countsFrom: next.countsFrom }
          limits.push(added)
          expect(dueBy(limits)).toBeLessThanOrEqual(before)
          if (enhanced)
            expect(Math.min(dueBy([added]), before)).toBeGreaterThanOrEqual(Math.min(changedAt.getTime(), before))
          else expect(dueBy(limits)).toBe(before)
          open = next
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('For every rule and moment', () => {
  const due = (code: string, from: Date, pauses: readonly Pause[] = []) =>
    dueAt(ruleOf(code).clock, from, standardHolidays, pauses)
  const counting = fc.constantFrom(...CODES.filter((code) => ruleOf(code).clock.kind !== 'before-event'))

  test('nothing is due before what started it, and what starts later is never due earlier', () => {
    fc.assert(
      fc.property(counting, moments, fc.nat(60 * 24 * 60), (code, from, minutes) => {
        const first = due(code, from)
        const next = due(code, new Date(from.getTime() + minutes * 60_000))
        expect(first === null).toBe(next === null)
        if (first === null || next === null) return
        expect(first).toBeGreaterThanOrEqual(from.getTime())
        expect(next).toBeGreaterThanOrEqual(first)
      }),
      { numRuns: 2_000 },
    )
  })

  test('days that begin while there is no safe way to reach them come on top, as many as would have counted', () => {
    const inDays = CODES.filter((code) => ['working-days', 'calendar-days'].includes(ruleOf(code).clock.kind))
    fc.assert(
      fc.property(fc.constantFrom(...inDays), moments, fc.integer({ min: 1, max: 40 }), (code, from, length) => {
        const { clock } = ruleOf(code)
        if (clock.kind !== 'working-days' && clock.kind !== 'calendar-days') throw new Error('It counts in days')
        const nought = dayNumberOf(londonDateAt(from))
        const days = Array.from({ length }, (_, i) => dateOfDay(nought + 1 + i))
        const lost = days.filter(
          (date) => clock.kind === 'calendar-days' || isWorkingDay(date, standardHolidays),
        ).length
        const last = days.at(-1)
        if (last === undefined) throw new Error('It lasts a day or more')
        const pause = { from, to: londonMoment(last, '12:00') }
        expect(due(code, from, [pause])).toBe(dueAt({ ...clock, days: clock.days + lost }, from, standardHolidays))
      }),
      { numRuns: 1_000 },
    )
  })
})
