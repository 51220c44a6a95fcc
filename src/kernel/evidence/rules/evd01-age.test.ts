import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { ageOn, EVIDENCE_AGES, staleFrom } from './evd01-age.ts'

const observedOn = getCivilDate('2026-01-01')
const kept = (keepsDays: number, withdrawnOn: string | null = null) => ({
  observedOn,
  keepsDays,
  withdrawnOn: withdrawnOn === null ? null : getCivilDate(withdrawnOn),
})

describe('EVD01: evidence ages', () => {
  test.each([
    ['on its own day', 90, '2026-01-01', 'fresh'],
    ['on the last day of its first three quarters: 67 of 90', 90, '2026-03-09', 'fresh'],
    ['from its last quarter on: 68 of 90', 90, '2026-03-10', 'ageing'],
    ['on the last day that it keeps: 89 of 90', 90, '2026-03-31', 'ageing'],
    ['on the day after: 90 of 90', 90, '2026-04-01', 'stale'],
    ['when it keeps for a day', 1, '2026-01-01', 'fresh'],
    ['when it kept for a day', 1, '2026-01-02', 'stale'],
    ['of a year, in its last quarter', 365, '2026-10-02', 'ageing'],
  ] as const)('%s', (_case, keepsDays, day, age) => {
    expect(ageOn(kept(keepsDays), getCivilDate(day))).toBe(age)
  })

  test('and is worth nothing from the day on which it is withdrawn', () => {
    const withdrawn = kept(90, '2026-02-01')
    expect(ageOn(withdrawn, getCivilDate('2026-01-31'))).toBe('fresh')
    expect(ageOn(withdrawn, getCivilDate('2026-02-01'))).toBe('withdrawn')
  })

  test('never grows younger, and is stale from the day that it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3650 }), fc.nat(4000), fc.nat(4000), (keepsDays, first, more) => {
        const on = (day: number) => EVIDENCE_AGES.indexOf(ageOn(kept(keepsDays), addDays(observedOn, day)))
        expect(on(first + more)).toBeGreaterThanOrEqual(on(first))
        const day = addDays(observedOn, first)
        expect(ageOn(kept(keepsDays), day) === 'stale').toBe(day >= staleFrom(kept(keepsDays)))
      }),
    )
  })
})
