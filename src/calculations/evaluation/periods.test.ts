import { describe, expect, test } from 'vitest'
import { dayNumberOf } from '#calculations/calendar/day-number.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { refusePeriods, sameSeason } from './periods.ts'

const period = (first: string, last: string) => ({
  first: dayNumberOf(getCivilDate(first)),
  last: dayNumberOf(getCivilDate(last)),
})
const year17 = period('2017-04-01', '2018-03-31')
const year18 = period('2018-04-01', '2019-03-31')

describe('Times before and after', () => {
  test('as long as one another, one after the other, can be compared', () => {
    expect(refusePeriods(year17, year18, 'day')).toBeUndefined()
    expect(refusePeriods(year17, year18, 'month')).toBeUndefined()
    expect(refusePeriods(period('2019-04-01', '2020-03-31'), period('2020-04-01', '2021-03-31'), 'day')).toBeUndefined()
  })
  test('of other lengths, or that overlap, cannot', () => {
    expect(refusePeriods(year17, period('2018-04-01', '2019-02-28'), 'day')).toMatchObject({ reason: 'unlike-lengths' })
    expect(refusePeriods(year17, period('2018-04-01', '2019-02-28'), 'month')).toMatchObject({
      reason: 'unlike-lengths',
    })
    expect(refusePeriods(year18, year17, 'day')).toMatchObject({ reason: 'overlapping' })
    expect(refusePeriods(year17, period('2018-03-31', '2019-03-30'), 'day')).toMatchObject({ reason: 'overlapping' })
  })
  test('that cut a month are refused for events dated by month, and not for dated ones', () => {
    const [before, after] = [period('2017-04-15', '2018-04-14'), period('2018-04-15', '2019-04-14')]
    expect(refusePeriods(before, after, 'month')).toMatchObject({
      reason: 'month-precise',
      words: expect.stringContaining('whole months'),
    })
    expect(refusePeriods(before, after, 'day')).toBeUndefined()
    // Months of unlike length are months nevertheless.
    const [february, march] = [period('2018-02-01', '2018-02-28'), period('2018-03-01', '2018-03-31')]
    expect(refusePeriods(february, march, 'month')).toBeUndefined()
    expect(refusePeriods(february, march, 'day')).toMatchObject({ reason: 'unlike-lengths' })
  })
  test('of half a year each lie in other seasons unless a year apart', () => {
    expect(sameSeason(year17, year18)).toBe(true)
    expect(sameSeason(period('2018-01-01', '2018-06-30'), period('2018-07-01', '2018-12-31'))).toBe(false)
    expect(sameSeason(period('2017-01-01', '2017-06-30'), period('2018-01-01', '2018-06-30'))).toBe(true)
  })
})
