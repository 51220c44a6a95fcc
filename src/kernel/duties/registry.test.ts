import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules, faultsOf } from './registry.ts'
import { anyRule, testRules } from './testing.ts'

describe('The rules of duties', () => {
  test('are governed by the version in force on the day of the trigger', () => {
    expect(testRules.inForce('TST-05', getCivilDate('2016-03-31')).clock).toMatchObject({ days: 8 })
    expect(testRules.inForce('TST-05', getCivilDate('2016-04-01')).clock).toMatchObject({ days: 5 })
    expect(() => testRules.inForce('TST-05', getCivilDate('2011-12-31'))).toThrow(RangeError)
    expect(testRules.find('TST-05', '2016-04-01')?.clock).toMatchObject({ days: 5 })
    expect(testRules.find('GONE-01', '2016-04-01')).toBeUndefined()
  })

  test('of one code do not govern the same day twice', () => {
    const until = (to: string) => anyRule({ to: getCivilDate(to) })
    const next = anyRule({ from: getCivilDate('2016-04-01') })
    expect(faultsOf([until('2016-03-31'), next])).toEqual([])
    expect(faultsOf([until('2016-04-01'), next])).toEqual([expect.stringContaining('govern the same days')])
    expect(() => dutyRules([anyRule(), anyRule()])).toThrow(/TST-01/)
  })

  test.each([
    [{ code: 'late' }, 'public code'],
    [{ to: getCivilDate('2011-01-01') }, 'ends before it begins'],
    [{ clock: { kind: 'working-days', days: -1 } as const }, 'cannot run'],
    [{ escalations: [{ at: 0, tell: 'owner' } as const] }, 'hundredths'],
    [{ metByHand: ['Attempted by telephone'] }, 'an attempt, which meets nothing'],
    [{ metByHand: ['Tried twice, no answer'] }, 'an attempt, which meets nothing'],
  ])('are refused at the start with %o', (wrong, words) => {
    expect(faultsOf([anyRule(wrong)])).toEqual([expect.stringContaining(words)])
  })
})
