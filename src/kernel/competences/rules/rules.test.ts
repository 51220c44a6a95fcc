import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { COMPETENCES, COMPETENCE_CODES, competenceName, settingOn, type Competence } from '../competences.ts'
import { expiresOn } from './trn01-expiry.ts'
import { isCurrent, LAPSING_DAYS, standingOn } from './trn02-standing.ts'

const day = getCivilDate
const lasting = (...settings: readonly (readonly [from: string, months: number])[]): Competence => ({
  name: 'First aid',
  purpose: 'To help',
  settings: settings.map(([from, months]) => ({ from: day(from), months })),
})

describe('TRN01: the last day on which a competence is current', () => {
  test.each([
    ['2026-03-10', 24, '2028-03-10'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 1, '2026-12-30'],
  ])('gained %s, for %i months: to %s', (gained, months, last) => {
    expect(expiresOn(lasting(['2010-01-01', months]), day(gained))).toBe(last)
  })

  test('goes by the setting in force on the day on which it was gained', () => {
    const aid = lasting(['2010-01-01', 36], ['2026-04-01', 12])
    expect(expiresOn(aid, day('2026-03-31'))).toBe('2029-03-31')
    expect(expiresOn(aid, day('2026-04-01'))).toBe('2027-04-01')
    expect(() => expiresOn(aid, day('2009-12-31'))).toThrow(/in force on 2009-12-31/)
  })

  test('never comes before the day of the month is reached, and never a month late', () => {
    const gainedOn = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2010-01-01'), days))
    fc.assert(
      fc.property(gainedOn, fc.integer({ min: 1, max: 60 }), (gained, months) => {
        const last = expiresOn(lasting(['2010-01-01', months]), gained)
        expect(last > gained).toBe(true)
        expect(Number(last.slice(8))).toBeLessThanOrEqual(Number(gained.slice(8)))
        if (Number(gained.slice(8)) <= 28) expect(last.slice(8)).toBe(gained.slice(8))
      }),
    )
  })
})

describe('TRN02: how a competence stands on a day', () => {
  const held = { gainedOn: day('2024-03-10'), expiresOn: day('2026-03-10'), withdrawn: false }
  const on = (text: string, ...more: readonly (typeof held)[]) => standingOn([held, ...more], day(text))

  test('is current on its last day, and lapsed on the next', () => {
    expect(on('2026-03-10')).toEqual({ standing: 'lapsing', until: '2026-03-10' })
    expect(on('2026-03-11')).toEqual({ standing: 'lapsed', until: '2026-03-10' })
    expect(isCurrent('lapsing')).toBe(true)
    expect(isCurrent('lapsed')).toBe(false)
  })

  test('lapses soon from 56 days before', () => {
    expect(LAPSING_DAYS).toBe(56)
    expect(on('2026-01-12').standing).toBe('current')
    expect(on('2026-01-13').standing).toBe('lapsing')
  })

  test('is nothing before it was gained, and counts from that day on', () => {
    expect(on('2024-03-09')).toEqual({ standing: 'never', until: null })
    expect(on('2024-03-10').standing).toBe('current')
    expect(standingOn([], day('2026-01-01')).standing).toBe('never')
  })

  test('renewed early, goes by what lasts longest', () => {
    const renewed = { gainedOn: day('2026-01-20'), expiresOn: day('2028-01-20'), withdrawn: false }
    expect(on('2026-02-01', renewed)).toEqual({ standing: 'current', until: '2028-01-20' })
    // A shorter period that came into force since takes nothing away.
    const shorter = { gainedOn: day('2026-01-20'), expiresOn: day('2026-02-20'), withdrawn: false }
    expect(on('2026-03-01', shorter)).toEqual({ standing: 'lapsing', until: '2026-03-10' })
  })

  test('does not count what was withdrawn', () => {
    expect(standingOn([{ ...held, withdrawn: true }], day('2025-01-01')).standing).toBe('never')
  })
})

describe('The list of competences', () => {
  test('has a setting for each from 2010 on, and codes that may stand in an address', () => {
    expect(COMPETENCE_CODES).toContain('problem-solving')
    for (const code of COMPETENCE_CODES) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(settingOn(COMPETENCES[code], day('2010-01-01')).months).toBeGreaterThan(0)
    }
    expect(competenceName('problem-solving')).toBe('Problem-solving')
    expect(competenceName('juggling')).toBe('juggling')
  })
})
