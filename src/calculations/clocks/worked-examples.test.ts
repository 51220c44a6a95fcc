import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { standardHolidays, withOneOffs } from '#calculations/calendar/holidays.ts'
import { lastSecondOfLondonDay, londonClock, londonMoment } from '#calculations/calendar/london-time.ts'
import type { Clock } from './clock.ts'
import { type Course, dueOf } from './due-of.ts'
import { protectionNotice, weekdaysNineToFive } from './testing.ts'

const at = (text: string) => {
  const [day = '', time = '12:00'] = text.split(' ')
  return londonMoment(getCivilDate(day), time)
}
/** The due time as London clocks show it: `2016-04-04 23:59:59`. */
const due = (clock: Clock, from: string, course: Course = {}) => {
  const moment = dueOf(clock, at(from), standardHolidays, course).at
  if (moment === null) return null
  const { date, time } = londonClock(moment)
  return `${date} ${time}`
}
const whyDue = (clock: Clock, from: string, course: Course = {}) =>
  dueOf(clock, at(from), standardHolidays, course).steps.map(({ words }) => words)
const pause = (from: string, to: string | null) => ({ pauses: [{ from: at(from), to: to === null ? null : at(to) }] })
const workingDays = (days: number, cutOff?: string): Clock => ({
  kind: 'working-days',
  days,
  ...(cutOff === undefined ? {} : { cutOff }),
})

describe('Working days', () => {
  test('run from day 0 to 23:59:59 of the last, over Easter, Christmas, the New Year and a holiday', () => {
    expect(due(workingDays(5), '2016-03-24 10:00')).toBe('2016-04-04 23:59:59')
    expect(due(workingDays(1), '2016-12-23')).toBe('2016-12-28 23:59:59')
    expect(due(workingDays(5), '2016-12-22')).toBe('2017-01-03 23:59:59')
    expect(due(workingDays(1), '2016-08-29')).toBe('2016-08-30 23:59:59')
    expect(due(workingDays(30), '2016-04-29')).toBe('2016-06-14 23:59:59')
    expect(due(workingDays(5), '2016-03-23')).toBe('2016-04-01 23:59:59')
    expect(due(workingDays(1), '2016-03-28')).toBe('2016-03-29 23:59:59')
  })
  test('take no heed of the hour: 17:30 on a Friday is day 0, and so is the last second of the day', () => {
    expect(due(workingDays(1), '2016-05-06 17:30')).toBe('2016-05-09 23:59:59')
    expect(due(workingDays(1), '2016-05-09 23:59:59')).toBe('2016-05-10 23:59:59')
    expect(due(workingDays(1), '2016-05-10 00:00')).toBe('2016-05-11 23:59:59')
  })
  test('may have a cut-off: later, or not on a working day, counts as come on the next working day', () => {
    expect(due(workingDays(1, '17:00'), '2016-05-06 16:59')).toBe('2016-05-09 23:59:59')
    expect(due(workingDays(1, '17:00'), '2016-05-06 17:00')).toBe('2016-05-10 23:59:59')
    expect(due(workingDays(1, '17:00'), '2016-05-08 10:00')).toBe('2016-05-10 23:59:59')
    expect(whyDue(workingDays(1, '17:00'), '2016-05-06 17:30')).toEqual([
      'Started on Friday 6 May 2016 at 17:30, after working hours: the next working day, 9 May, is day 0',
      '1 working day later: Tuesday 10 May 2016, until 23:59:59',
    ])
  })
  test('that are nought are that day, or the next working day', () => {
    expect(due(workingDays(0), '2016-05-06 17:30')).toBe('2016-05-06 23:59:59')
    expect(due(workingDays(0), '2016-05-07')).toBe('2016-05-09 23:59:59')
  })
  test('say why', () => {
    expect(whyDue(workingDays(5), '2016-03-24 10:00', { began: 'Reported' })).toEqual([
      'Reported on Thursday 24 March 2016 at 10:00; that day is day 0',
      'Good Friday (25 March), Easter Monday (28 March), Saturdays and Sundays do not count',
      '5 working days later: Monday 4 April 2016, until 23:59:59',
    ])
    expect(whyDue(workingDays(1), '2016-05-10')).toHaveLength(2)
  })
  test('count a proclaimed holiday as soon as it is known', () => {
    const rows = [{ date: getCivilDate('2016-05-10'), name: 'A day of mourning', source: 'a test' }]
    const { at: moment, steps } = dueOf(workingDays(1), at('2016-05-09'), withOneOffs(standardHolidays, rows))
    expect(moment).toEqual(lastSecondOfLondonDay(getCivilDate('2016-05-11')))
    expect(steps[1]?.words).toBe('A day of mourning (10 May) does not count')
  })
  test('stand still while it is paused: from Monday to Thursday costs three, within a day none', () => {
    expect(due(workingDays(5), '2016-05-09 09:00')).toBe('2016-05-16 23:59:59')
    expect(due(workingDays(5), '2016-05-09 09:00', pause('2016-05-09 10:00', '2016-05-12 09:00'))).toBe(
      '2016-05-19 23:59:59',
    )
    expect(due(workingDays(5), '2016-05-09 09:00', pause('2016-05-10 10:00', '2016-05-10 18:00'))).toBe(
      '2016-05-16 23:59:59',
    )
    expect(due(workingDays(5), '2016-05-09 09:00', pause('2016-05-13 10:00', '2016-05-16 09:00'))).toBe(
      '2016-05-17 23:59:59',
    )
    expect(whyDue(workingDays(5), '2016-05-09 09:00', pause('2016-05-09 10:00', '2016-05-12 09:00'))).toContain(
      'Paused from Monday 9 May 2016 at 10:00 to Thursday 12 May 2016 at 09:00: working days that begin in it do not count',
    )
  })
  test('due on the day a pause begins are put off to the working day on which it is over', () => {
    expect(due(workingDays(1), '2016-05-05', pause('2016-05-06 10:00', '2016-05-07 09:00'))).toBe('2016-05-09 23:59:59')
    expect(due(workingDays(1), '2016-05-05', pause('2016-05-06 10:00', null))).toBeNull()
    expect(whyDue(workingDays(1), '2016-05-05', pause('2016-05-06 10:00', null)).at(-1)).toBe(
      'Paused since Friday 6 May 2016 at 10:00: no time is due until the pause ends',
    )
  })
})

describe('Hours as they pass', () => {
  test('go on over clock changes: 24 hours are an hour later, or earlier, by the clock', () => {
    const clock: Clock = { kind: 'elapsed-hours', hours: 24 }
    expect(due(clock, '2016-05-06 17:30')).toBe('2016-05-07 17:30:00')
    expect(due(clock, '2016-03-26 12:00')).toBe('2016-03-27 13:00:00')
    expect(due(clock, '2016-10-29 12:00')).toBe('2016-10-30 11:00:00')
    expect(whyDue(clock, '2016-10-29 02:15')).toEqual([
      'Started on Saturday 29 October 2016 at 02:15',
      'The clocks change in between: hours are counted as they pass, not as clocks show them',
      '24 hours later: Sunday 30 October 2016, until 01:15 GMT',
    ])
  })
})

describe('Days and months of the calendar', () => {
  test('count every day, holidays too', () => {
    expect(due({ kind: 'calendar-days', days: 28 }, '2016-03-24 17:30')).toBe('2016-04-21 23:59:59')
    expect(due({ kind: 'calendar-days', days: 0 }, '2016-03-24 17:30')).toBe('2016-03-24 23:59:59')
  })
  test('are the same date of a later month, or its last day', () => {
    const months = (months: number): Clock => ({ kind: 'calendar-months', months })
    expect(due(months(3), '2016-01-15')).toBe('2016-04-15 23:59:59')
    expect(due(months(1), '2016-01-31')).toBe('2016-02-29 23:59:59')
    expect(due(months(1), '2015-01-31')).toBe('2015-02-28 23:59:59')
    expect(due(months(12), '2016-02-29')).toBe('2017-02-28 23:59:59')
    expect(due(months(6), '2016-08-31')).toBe('2017-02-28 23:59:59')
    expect(due(months(1), '2016-04-30')).toBe('2016-05-30 23:59:59')
    expect(due(months(1), '2016-01-30', pause('2016-01-30 18:00', '2016-02-01 09:00'))).toBe('2016-03-01 23:59:59')
  })
})

describe('Opening hours of a unit', () => {
  const hours = (hours: number): Clock => ({ kind: 'office-hours', hours, opening: weekdaysNineToFive })
  test('count only while it is open', () => {
    expect(due(hours(4), '2016-05-06 10:00')).toBe('2016-05-06 14:00:00')
    expect(due(hours(4), '2016-05-06 15:30')).toBe('2016-05-09 11:30:00')
    expect(due(hours(24), '2016-05-06 17:30')).toBe('2016-05-11 17:00:00')
    expect(due(hours(4), '2016-05-06 13:00')).toBe('2016-05-06 17:00:00')
  })
  test('leave out holidays, and go on from when a pause ends', () => {
    expect(due(hours(4), '2016-03-24 15:00')).toBe('2016-03-29 11:00:00')
    expect(whyDue(hours(4), '2016-03-24 18:00')).toEqual([
      'Started on Thursday 24 March 2016 at 18:00',
      'The unit was closed then: it counts from when it next opens',
      'Only hours in which the unit is open count; it is closed on Good Friday and Easter Monday',
      'The clocks change in between: hours are counted as they pass, not as clocks show them',
      '4 opening hours later: Tuesday 29 March 2016, until 13:00',
    ])
    expect(due(hours(4), '2016-05-06 10:00', pause('2016-05-06 11:00', '2016-05-06 16:00'))).toBe('2016-05-09 11:00:00')
  })
  test('are refused where the unit never opens', () => {
    expect(() => due({ kind: 'office-hours', hours: 1, opening: {} }, '2016-05-06')).toThrow('never be due')
  })
})

describe('The 48 hours of a domestic violence protection notice', () => {
  test('count Saturdays and leave out Sundays, Good Friday, Christmas Day and bank holidays', () => {
    expect(due(protectionNotice, '2016-05-10 09:00')).toBe('2016-05-12 09:00:00')
    expect(due(protectionNotice, '2016-05-06 18:00')).toBe('2016-05-09 18:00:00')
    expect(due(protectionNotice, '2016-03-24 10:00')).toBe('2016-03-29 10:00:00')
    expect(due(protectionNotice, '2016-05-08 10:00')).toBe('2016-05-11 00:00:00')
  })
  test('leave out Christmas Day also where its bank holiday is another day', () => {
    // 25 December 2021 was a Saturday, the 27th and 28th bank holidays.
    expect(due(protectionNotice, '2021-12-24 10:00')).toBe('2021-12-30 10:00:00')
    expect(whyDue(protectionNotice, '2021-12-24 10:00')[1]).toBe(
      'Christmas Day (Saturday 25 December 2021), Sunday 26 December 2021, ' +
        'Christmas Day (substitute day) (Monday 27 December 2021) and ' +
        'Boxing Day (substitute day) (Tuesday 28 December 2021) do not count',
    )
  })
  test('used up at midnight before a day left out are due at that midnight', () => {
    expect(due(protectionNotice, '2016-05-06 00:00')).toBe('2016-05-08 00:00:00')
    expect(whyDue(protectionNotice, '2016-05-06 00:00')).toHaveLength(2)
  })
})

describe('Before an event', () => {
  const before = (by: Extract<Clock, { kind: 'before-event' }>['by']): Clock => ({ kind: 'before-event', by })
  test('working days, days and months are counted back to 23:59:59, hours as they pass', () => {
    expect(due(before({ kind: 'working-days', days: 8 }), '2016-04-06 10:00')).toBe('2016-03-23 23:59:59')
    expect(due(before({ kind: 'calendar-days', days: 7 }), '2016-04-06 10:00')).toBe('2016-03-30 23:59:59')
    expect(due(before({ kind: 'calendar-months', months: 1 }), '2016-03-31 10:00')).toBe('2016-02-29 23:59:59')
    expect(due(before({ kind: 'elapsed-hours', hours: 12 }), '2016-03-27 10:00')).toBe('2016-03-26 21:00:00')
    expect(due(before({ kind: 'calendar-days', days: 0 }), '2016-03-27 10:00')).toBe('2016-03-27 10:00:00')
    expect(whyDue(before({ kind: 'working-days', days: 8 }), '2016-04-06 10:00')).toEqual([
      'The event is on Wednesday 6 April 2016 at 10:00',
      '8 working days before: Wednesday 23 March 2016, until 23:59:59',
    ])
  })
  test('without a date, nothing is due', () => {
    expect(dueOf(before({ kind: 'calendar-days', days: 7 }), null)).toEqual({
      at: null,
      steps: [{ kind: 'start', words: 'The event has no date yet' }],
    })
  })
})

describe('The other kinds', () => {
  test('recurring: again so long after it was last done', () => {
    expect(due({ kind: 'recurring', every: { kind: 'calendar-days', days: 90 } }, '2016-01-10')).toBe(
      '2016-04-09 23:59:59',
    )
    const monthly: Clock = { kind: 'recurring', every: { kind: 'calendar-months', months: 1 } }
    expect(whyDue(monthly, '2016-01-31')[0]).toBe('Last done on Sunday 31 January 2016 at 12:00; that day is day 0')
    expect(dueOf(monthly, null).steps[0]?.words).toBe('Never done yet, and no first day is set')
  })
  test('at once: no due time, unless the rule wants it due from its start', () => {
    expect(due({ kind: 'at-once' }, '2016-05-06 17:30')).toBeNull()
    const pressing: Clock = { kind: 'at-once', dueAtStart: true }
    expect(due(pressing, '2016-05-06 17:30')).toBe('2016-05-06 17:30:00')
    expect(due(pressing, '2016-05-06 17:30', pause('2016-05-06 17:00', '2016-05-06 19:00'))).toBe('2016-05-06 19:00:00')
  })
  test('none: no due time, which is said', () => {
    expect(whyDue({ kind: 'none' }, '2016-05-06 17:30').at(-1)).toBe('No time limit is set')
  })
  test('a start that is no date is refused', () => {
    expect(() => dueOf({ kind: 'none' }, new Date('never'))).toThrow('The start of a clock is not a date')
    const backwards = [{ from: at('2016-05-07'), to: at('2016-05-06') }]
    expect(() => dueOf({ kind: 'none' }, at('2016-05-06'), standardHolidays, { pauses: backwards })).toThrow(
      'A pause from',
    )
  })
})
