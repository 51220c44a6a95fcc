import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { scoreOf } from '#kernel/assessments/instrument.ts'
import { POWERS } from '#kernel/antisocial-behaviour/powers.ts'
import { TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { ASB_RISK, bandOf } from './asb02-risk-form.ts'
import {
  highSeenBySupervisor,
  loweredBySupervisor,
  mayClose,
  namesVictim,
  somebodyToAssess,
  stillOpen,
} from './case-rules.ts'
import { mayChoosePower, testRecorded, withinLimits } from './power-rules.ts'
import {
  appealInTime,
  atStage,
  decidedByAnother,
  hasConsent,
  isWaiting,
  metByReports,
  reviewStage,
  thresholdOn,
} from './review-rules.ts'

const day = getCivilDate
/** So many points over the nine items that are summed. */
const points = (sum: number, targeted = 0) => {
  const scored = ASB_RISK.items.filter(({ code }) => code !== 'targeted')
  const answers = scored.map(({ code }, at) => [code, Math.max(0, Math.min(3, sum - at * 3))] as const)
  return { ...Object.fromEntries(answers), targeted }
}

describe('ASB01 whom it harms', () => {
  test('a personal case names them, another need not', () => {
    expect(namesVictim('personal', null)).toHaveProperty('who')
    expect(namesVictim('personal', 7)).toBeNull()
    expect(namesVictim('environmental', null)).toBeNull()
    expect(somebodyToAssess(null)?.rule).toBe('ASB01')
    expect(somebodyToAssess(7)).toBeNull()
  })
  test('there are thirteen types', () => expect(Object.keys(TYPES)).toHaveLength(13))
})

describe('ASB02 the one form', () => {
  test.each([
    [0, 0, 'standard'],
    [9, 0, 'standard'],
    [10, 0, 'medium'],
    [16, 0, 'medium'],
    [17, 0, 'high'],
    [27, 0, 'high'],
    [9, 1, 'medium'],
    [10, 3, 'high'],
    [20, 2, 'high'],
  ])('%i points, targeted %i: %s', (sum, targeted, band) => expect(bandOf(points(sum, targeted))).toBe(band))
  test('what aims at who they are lifts the band, and is not summed', () => {
    expect(scoreOf(ASB_RISK, points(27, 3))).toBe(27)
  })
})

describe('ASB03 a high risk', () => {
  test('is reviewed from supervisor up; others by anybody who works on it', () => {
    expect(highSeenBySupervisor('high', ['officer'])?.rule).toBe('ASB03')
    expect(highSeenBySupervisor('high', ['supervisor'])).toBeNull()
    expect(highSeenBySupervisor('medium', ['officer'])).toBeNull()
  })
  test('is judged down by a supervisor only; up by anybody', () => {
    expect(loweredBySupervisor('medium', 'high', ['officer'])?.rule).toBe('ASB03')
    expect(loweredBySupervisor('medium', 'high', ['supervisor'])).toBeNull()
    expect(loweredBySupervisor('high', 'medium', ['officer'])).toBeNull()
  })
})

describe('ASB04 a case ends', () => {
  const calm = {
    personal: true,
    risk: 'standard',
    riskReviewOwed: true,
    openPowers: 0,
    reviewOpen: false,
    openActions: 0,
  } as const
  test('with nothing left on it', () => expect(mayClose(calm)).toBeNull())
  test.each([
    ['nobody assessed them', { risk: null }],
    ['a high risk waits for its review', { risk: 'high' }],
    ['a power runs', { openPowers: 1 }],
    ['a review is not finished', { reviewOpen: true }],
    ['an action is open', { openActions: 2 }],
  ] as const)('not while %s', (_what, more) => expect(mayClose({ ...calm, ...more })?.rule).toBe('ASB04'))
  test('ASB05 once, and then nothing is added', () => {
    expect(stillOpen(null)).toBeNull()
    expect(stillOpen(new Date(0))?.rule).toBe('ASB05')
  })
})

describe('POW01 to POW03 powers', () => {
  const enough = 'Every night until three, for four weeks'
  test('none without its test and evidence written down', () => {
    expect(testRecorded(null, 'e')).toHaveProperty('test')
    expect(testRecorded('Yes.', 'e')).toHaveProperty('test')
    expect(testRecorded(enough, ' ')).toHaveProperty('evidence')
    expect(testRecorded(enough, 'Two statements')).toBeNull()
  })
  test('a dispersal authority lasts two days at the most', () => {
    expect(withinLimits('dispersal', day('2026-11-23'), day('2026-11-25'))).toBeNull()
    expect(withinLimits('dispersal', day('2026-11-23'), day('2026-11-26'))).toHaveProperty('until')
  })
  test('a behaviour order a year at the least, a public spaces order three at the most', () => {
    expect(withinLimits('cbo', day('2026-01-01'), day('2026-06-01'))).toHaveProperty('until')
    expect(withinLimits('pspo', day('2026-01-01'), day('2029-01-01'))).toBeNull()
    expect(withinLimits('pspo', day('2026-01-01'), day('2029-02-01'))).toHaveProperty('until')
    expect(withinLimits('advice', day('2026-01-02'), day('2026-01-01'))).toHaveProperty('until')
  })
  test('a notice after a warning, a closure order after a closure notice', () => {
    expect(mayChoosePower('cpn', ['advice'], ['officer'])?.rule).toBe('POW03')
    expect(mayChoosePower('cpn', ['cpw'], ['officer'])).toBeNull()
    expect(mayChoosePower('closure-order', [], ['commander'])?.rule).toBe('POW03')
  })
  test('a dispersal by an inspector or above', () => {
    expect(mayChoosePower('dispersal', [], ['supervisor'])?.rule).toBe('POW03')
    expect(mayChoosePower('dispersal', [], ['commander'])).toBeNull()
  })
  test('each says its test, limits, breach and appeal', () => {
    for (const { test: needs, limits, breach, appeal, by } of Object.values(POWERS))
      for (const words of [needs, limits, breach, appeal, by]) expect(words).not.toBe('')
  })
})

describe('CRV01 to CRV05 case reviews', () => {
  test('somebody else asks with consent', () => {
    expect(hasConsent('councillor', false)).toHaveProperty('consent')
    expect(hasConsent('councillor', true)).toBeNull()
    expect(hasConsent('victim', false)).toBeNull()
  })
  test('the threshold of the day governs: the usual one until an authority’s own begins', () => {
    const own = [
      { from: '2026-01-01', reports: 5, months: 6, source: 'a' },
      { from: '2026-07-01', reports: 2, months: 3, source: 'b' },
    ]
    expect(thresholdOn(own, day('2025-12-31'))).toMatchObject({ reports: 3, months: 6, mark: 'default' })
    expect(thresholdOn(own, day('2026-06-30'))).toMatchObject({ reports: 5, months: 6, mark: 'local' })
    expect(thresholdOn(own, day('2026-07-01'))).toMatchObject({ reports: 2, months: 3, mark: 'local' })
  })
  test('enough reports meet it; fewer may, for harm', () => {
    expect(metByReports(3, { reports: 3 }, false)?.rule).toBe('CRV03')
    expect(metByReports(3, { reports: 3 }, true)).toBeNull()
    expect(metByReports(2, { reports: 3 }, false)).toBeNull()
    expect(metByReports(0, { reports: 3 }, true)).toBeNull()
  })
  const none = { met: null, appealedAt: null, appealAt: null, heldAt: null, toldAt: null }
  test.each([
    [{}, 'to-decide', true],
    [{ met: false }, 'not-met', true],
    [{ met: false, toldAt: 't' }, 'told-not-met', false],
    [{ met: false, toldAt: 't', appealedAt: 'a' }, 'appealed', true],
    [{ met: false, appealedAt: 'a', appealAt: 'b' }, 'not-met', true],
    [{ met: true, appealedAt: 'a', appealAt: 'b' }, 'to-hold', true],
    [{ met: true, heldAt: 'h' }, 'to-tell', true],
    [{ met: true, heldAt: 'h', toldAt: 't' }, 'finished', false],
  ] as const)('%o stands at %s', (facts, stage, waiting) => {
    expect(reviewStage({ ...none, ...facts })).toBe(stage)
    expect(isWaiting(stage)).toBe(waiting)
  })
  test('each step at its stage', () => {
    expect(atStage('to-hold', ['to-hold'])).toBeNull()
    expect(atStage('to-tell', ['to-hold'])?.rule).toBe('CRV04')
    expect(atStage(null, ['to-hold'])?.rule).toBe('CRV04')
  })
  test('an appeal within 28 days of being told, once, decided by somebody else', () => {
    expect(appealInTime(day('2026-11-01'), day('2026-11-29'), false)).toBeNull()
    expect(appealInTime(day('2026-11-01'), day('2026-11-30'), false)?.rule).toBe('CRV05')
    expect(appealInTime(day('2026-11-01'), day('2026-11-02'), true)?.rule).toBe('CRV05')
    expect(decidedByAnother('a', 'a')?.rule).toBe('CRV05')
    expect(decidedByAnother('a', 'b')).toBeNull()
  })
})
