import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dayNumberOf } from '#calculations/calendar/day-number.ts'
import { refusePeriods, sameSeason } from '#calculations/evaluation/periods.ts'
import { relativeEffect } from '#calculations/evaluation/relative-effect.ts'
import { displacementWords, relativeEffectWords, seriesWords, verdictOf } from './evaluation-words.ts'
import { STAGES } from './pop05-stages.ts'
import { evaluable, mayBeEvaluated } from './pop15-evaluable.ts'
import { areasProblem } from './pop16-areas.ts'
import { proposedTimes, type Times } from './pop17-times.ts'
import { heldByCounts } from './pop18-held-by-counts.ts'

test('POP15 An evaluation is chosen from the response on, and after the end', () => {
  const stages = ['response', 'assessment', 'closed'] as const
  expect(stages.map(evaluable)).toEqual([null, null, null])
  expect(evaluable('analysis')).toMatchObject({
    rule: 'POP15',
    message: expect.stringContaining('from the response on'),
  })
  expect(evaluable('on-hold')).toMatchObject({ message: expect.stringContaining('on hold') })
  expect(Object.keys(STAGES).filter((stage) => stages.some((one) => one === stage)).length).toBe(3)
  expect(mayBeEvaluated('rejected')).toBe(false)
})

describe('POP16 Areas that are compared', () => {
  const known = [1, 2, 3]
    .map((id) => ({ id, kind: 'ward' }))
    .concat({ id: 9, kind: 'policing-area' }, { id: 8, kind: 'force' })
  const problem = (treated: number[], comparison: number[] = [], ring: number[] = []) =>
    areasProblem({ treated, comparison, ring }, known)
  test('are of one kind, and in one group each', () => {
    expect(problem([1], [2], [3])).toBeNull()
    expect(problem([1, 2], [3])).toBeNull()
    expect(problem([9])).toBeNull()
    expect(problem([])).toHaveProperty('treated')
    expect(problem([8])).toHaveProperty('treated')
    expect(problem([1, 9])).toHaveProperty('treated')
    expect(problem([1], [9])).toHaveProperty('comparison')
    expect(problem([1], [77])).toHaveProperty('comparison')
    expect(problem([1], [1])).toHaveProperty('comparison')
    expect(problem([1], [2], [1])).toHaveProperty('ring')
    expect(problem([1], [2], [2])).toHaveProperty('ring')
  })
})

describe('POP17 Proposed times', () => {
  const period = (from: string, to: string) => ({
    first: dayNumberOf(getCivilDate(from)),
    last: dayNumberOf(getCivilDate(to)),
  })
  const periods = ({ beforeFrom, beforeTo, afterFrom, afterTo }: Times) =>
    [period(beforeFrom, beforeTo), period(afterFrom, afterTo)] as const

  test('are the whole months since the response was approved, and the same of the year before', () => {
    expect(proposedTimes(getCivilDate('2026-03-10'), getCivilDate('2026-11-23'))).toEqual({
      beforeFrom: '2025-04-01',
      beforeTo: '2025-10-31',
      afterFrom: '2026-04-01',
      afterTo: '2026-10-31',
    })
    // The last day of a month is a whole month.
    expect(proposedTimes(getCivilDate('2026-03-10'), getCivilDate('2026-10-31')).afterTo).toBe('2026-10-31')
    expect(proposedTimes(getCivilDate('2020-03-10'), getCivilDate('2026-10-31')).afterTo).toBe('2021-03-31')
  })
  test('are a year to come where none is over yet', () => {
    expect(proposedTimes(getCivilDate('2026-11-10'), getCivilDate('2026-11-23'))).toMatchObject({
      afterFrom: '2026-12-01',
      afterTo: '2027-11-30',
    })
  })
  test('can always be compared by month, lie in one season, and begin after what was approved', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(getCivilDate('2016-01-01'), days))
    fc.assert(
      fc.property(day, day, (approved, last) => {
        const times = proposedTimes(approved, last)
        expect(refusePeriods(...periods(times), 'month')).toBeUndefined()
        expect(sameSeason(...periods(times))).toBe(true)
        expect(times.afterFrom > approved).toBe(true)
      }),
    )
  })
})

test('POP18 Whether it held is said by a time after that goes on beyond the end', () => {
  const after = { closedOn: '2026-06-01', afterTo: '2026-10-31' }
  expect(heldByCounts({ ...after, verdict: 'better' }).held).toBe('held')
  expect(heldByCounts({ ...after, verdict: 'worse' }).held).toBe('not-held')
  expect(heldByCounts({ ...after, verdict: 'not-shown' }).held).toBe('cannot-say')
  expect(heldByCounts({ ...after, verdict: 'refused' }).held).toBe('cannot-say')
  expect(heldByCounts({ closedOn: '2026-06-01', afterTo: '2026-05-31', verdict: 'better' }).held).toBe('not-checked')
  expect(heldByCounts({ closedOn: '2026-06-01', afterTo: '2026-05-31', verdict: 'refused' }).held).toBe('cannot-say')
})

describe('What is found', () => {
  const effect = (before: number, after: number) => relativeEffect({ before, after }, { before: 200, after: 200 })
  test('is said in one tone, whichever way it went', () => {
    expect(relativeEffectWords(effect(200, 100))).toContain('about 200 would have been expected: 100 fewer came.')
    expect(relativeEffectWords(effect(100, 200))).toContain('about 100 would have been expected: 100 more came.')
    expect(relativeEffectWords(effect(200, 195))).toContain('the difference is within what chance makes.')
    expect(relativeEffectWords(effect(3, 1))).toContain('fewer than 10 show nothing')
    expect(relativeEffectWords(effect(20, 0))).toContain('a half was added')
    expect([effect(200, 100), effect(100, 200), effect(200, 195), effect(3, 1)].map(verdictOf)).toEqual([
      'better',
      'worse',
      'not-shown',
      'refused',
    ])
  })
  test('says why, where it is refused', () => {
    const refused = { kind: 'refused', words: 'Why.' } as const
    expect(displacementWords({ ...refused, reason: 'no-ring' })).toBe('Why.')
    expect(seriesWords({ ...refused, reason: 'too-few-months' })).toBe('Why.')
    expect(displacementWords({ kind: 'estimated', quotient: 1.25, reading: 'wider', halvesAdded: false })).toContain(
      '1.25; it has no interval',
    )
  })
})
