import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { OFFENCES } from '#kernel/offences/offences.ts'
import { ENHANCED_REASONS, enhancedWords } from '../enhanced-reasons.ts'
import { mayBeEnhancedBy, type EnhancedSigns } from './vic03-enhanced-suggestion.ts'
import { referralConsent } from './vic04-referral-consent.ts'
import { rightToReview, type ReviewFacts } from './vic05-right-to-review.ts'
import { attemptsSoFar } from './vic06-attempts.ts'
import { contactBySystem } from './vic07-contact-by-system.ts'

const day = getCivilDate

const SIGNS: EnhancedSigns = {
  standing: 'person',
  offence: { code: null, classCode: null },
  flags: [],
  ageThen: null,
  crimesBefore: 0,
}
const reasons = (signs: Partial<EnhancedSigns>) =>
  mayBeEnhancedBy({ ...SIGNS, ...signs }).map(({ reason, kind }) => `${reason} ${kind}`)
const offence = (code: string, classCode: string | null = null) => ({ offence: { code, classCode } })

describe('VIC-03 what points to enhanced rights', () => {
  test('nothing does by itself where nothing is known, and never for a business', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ standing: 'business', flags: ['hate'], crimesBefore: 4 })).toEqual([])
  })

  test('the offence: rape, wounding with intent, kidnap, a hate crime, stalking; not an ordinary assault', () => {
    expect(reasons(offence('019/08'))).toEqual(['E1 sexual'])
    expect(reasons(offence('005/01'))).toEqual(['E1 wounding-intent'])
    expect(reasons(offence('036/01'))).toEqual(['E1 kidnap', 'E1 false-imprisonment'])
    expect(reasons(offence('008/50'))).toEqual(['E1 hate', 'E2 stalking'])
    expect(reasons(offence('195/12'))).toEqual(['E2 stalking'])
    expect(reasons(offence('072/04'))).toEqual(['E1 sexual', 'E1 trafficking'])
    expect(reasons(offence('008/67'))).toEqual(['E2 stalking', 'E1 domestic-abuse'])
    expect(reasons(offence('011/03'))).toEqual(['E3a under-18'])
    expect(reasons(offence('008/06'))).toEqual([])
    expect(reasons(offence('999/99'))).toEqual([])
  })

  test('flags, age, standing and what happened before; each reason once, all that hold', () => {
    expect(reasons({ ...offence('019/08'), flags: ['sexual', 'domestic-abuse'], ageThen: 17 })).toEqual([
      'E1 sexual',
      'E1 domestic-abuse',
      'E3a under-18',
    ])
    expect(reasons({ ageThen: 18 })).toEqual([])
    expect(reasons({ standing: 'parent' })).toEqual(['E3a under-18'])
    expect(reasons({ standing: 'bereaved' })).toEqual(['E1 bereaved'])
    expect(reasons({ crimesBefore: 1 })).toEqual(['E2 repeated'])
  })

  test('says why, in words, and how sure the reason is', () => {
    expect(mayBeEnhancedBy({ ...SIGNS, ...offence('005/01') })).toEqual([
      {
        reason: 'E1',
        kind: 'wounding-intent',
        why: 'The offence is “Wounding or GBH with intent”',
        mark: 'seen',
      },
    ])
    expect(mayBeEnhancedBy({ ...SIGNS, crimesBefore: 2 })[0]).toMatchObject({
      why: '2 other crimes against them in the twelve months before',
      mark: 'default',
    })
  })

  test('of the offences that count as enhanced by default here, only those that kill, and two more, point to none by themselves', () => {
    const silent = OFFENCES.filter(
      (one) => one.enhanced && reasons({ offence: { code: one.code, classCode: one.classes[0] ?? null } }).length === 0,
    )
    expect(silent.map(({ title }) => title)).toEqual([
      'Murder, victim aged 1 or over',
      'Murder, victim under 1',
      'Manslaughter',
      'Infanticide',
      'Corporate manslaughter',
      'Death by dangerous driving',
      'Death by careless driving, drink or drugs',
      'Death by careless driving',
      'Death by driving while unlicensed, disqualified or uninsured',
      'Aggravated vehicle taking causing death',
      'Causing or allowing death of child or vulnerable adult',
      'Conspiracy or soliciting to murder',
      'Distraction burglary in a dwelling',
    ])
  })

  test('the list of reasons has its four codes, with words for every kind', () => {
    expect(Object.keys(ENHANCED_REASONS)).toEqual(['E1', 'E2', 'E3a', 'E3b'])
    expect(enhancedWords('E1', 'kidnap')).toBe('Most serious crime: kidnap')
    expect(enhancedWords('E2', 'kidnap')).toBeNull()
  })
})

describe('VIC-04 leave to send details to victim support', () => {
  test.each([
    [{ standing: 'person', flags: ['sexual'] }, 'explicit', 'unverified'],
    [{ standing: 'person', flags: ['domestic-abuse'] }, 'explicit', 'unverified'],
    [{ standing: 'bereaved', flags: [] }, 'explicit', 'unverified'],
    [{ standing: 'person', flags: ['stalking'] }, 'explicit', 'default'],
    [{ standing: 'person', flags: ['hate'] }, 'unless-they-object', 'unverified'],
    [{ standing: 'business', flags: [] }, 'unless-they-object', 'unverified'],
  ] as const)('%o: %s', (facts, kind, mark) => {
    expect(referralConsent(facts)).toMatchObject({ kind, mark })
  })
})

const DECIDED: ReviewFacts = {
  decision: 'police-no-charge',
  decidedOn: day('2016-05-03'),
  suspectNamed: true,
  interviewedUnderCaution: true,
  othersCharged: false,
  chargedOtherwise: false,
  outOfCourt: false,
  victimWithdrew: false,
  summaryOnly: false,
  doneOn: day('2016-02-10'),
  toldOn: day('2016-05-06'),
  askedOn: day('2016-06-01'),
}
const scope = (facts: Partial<ReviewFacts>) => rightToReview({ ...DECIDED, ...facts })
const against = (facts: Partial<ReviewFacts>) => {
  const { inScope, reasons: found } = scope(facts)
  return inScope ? [] : found.map(({ code }) => code)
}

describe('VIC-05 the right to review', () => {
  test('a named suspect, interviewed under caution, whom the police did not charge: in, with until when', () => {
    expect(scope({})).toEqual({
      inScope: true,
      reasons: [
        {
          code: 'in-scope',
          words:
            'The police, who could have charged, did not, after an interview under caution of somebody who was named',
          mark: 'seen',
        },
      ],
      lastDay: '2016-08-06',
    })
    expect(against({ decision: 'police-test-not-met' })).toEqual([])
  })

  test.each([
    [{ decidedOn: day('2015-03-31') }, 'too-early'],
    [{ decision: 'cps' }, 'prosecutors'],
    [{ decision: 'not-recorded' }, 'not-recorded'],
    [{ decision: 'not-investigated' }, 'not-investigated'],
    [{ suspectNamed: false }, 'no-suspect'],
    [{ interviewedUnderCaution: false }, 'no-interview'],
    [{ othersCharged: true }, 'others-charged'],
    [{ chargedOtherwise: true }, 'charged-otherwise'],
    [{ outOfCourt: true }, 'out-of-court'],
    [{ victimWithdrew: true }, 'withdrew'],
  ] as const)('%o: out, for that reason alone', (facts, code) => {
    expect(against(facts)).toEqual([code])
  })

  test('the first day of the right is in; every reason against is given', () => {
    expect(against({ decidedOn: day('2015-04-01') })).toEqual([])
    expect(against({ suspectNamed: false, interviewedUnderCaution: false, victimWithdrew: true })).toEqual([
      'no-suspect',
      'no-interview',
      'withdrew',
    ])
  })

  test('three months from being told, the last day with it; not counted while they were not told', () => {
    expect(against({ askedOn: day('2016-08-06') })).toEqual([])
    expect(against({ askedOn: day('2016-08-07') })).toEqual(['three-months'])
    expect(against({ toldOn: null, askedOn: day('2019-01-01') })).toEqual([])
    expect(scope({ toldOn: null }).lastDay).toBeNull()
    expect(scope({ toldOn: day('2016-11-30') }).lastDay).toBe('2017-02-28')
  })

  test('a crime for magistrates only: six months from being done, where that ends first', () => {
    const summary = { summaryOnly: true, doneOn: day('2016-01-10') }
    expect(scope(summary).lastDay).toBe('2016-07-10')
    expect(against({ ...summary, askedOn: day('2016-07-10') })).toEqual([])
    expect(against({ ...summary, askedOn: day('2016-07-11') })).toEqual(['six-months'])
    expect(scope({ summaryOnly: true, doneOn: day('2016-04-30') }).lastDay).toBe('2016-08-06')
  })
})

describe('VIC-06 attempts', () => {
  const at = (on: string, time: string) => londonMoment(day(on), time)

  test('three tries over two days, then it is written; before that, tried again', () => {
    expect(attemptsSoFar([])).toEqual({ tries: 0, days: 0, next: 'try-again', words: 'Not tried yet' })
    expect(attemptsSoFar([at('2016-06-06', '09:00'), at('2016-06-06', '18:00')]).words).toBe(
      'Tried twice on one day: try again',
    )
    expect(
      attemptsSoFar([at('2016-06-06', '09:00'), at('2016-06-06', '12:00'), at('2016-06-06', '18:00')]),
    ).toMatchObject({ next: 'try-again', words: 'Tried 3 times on one day: try once more on another day' })
    expect(
      attemptsSoFar([at('2016-06-06', '09:00'), at('2016-06-06', '18:00'), at('2016-06-07', '09:00')]),
    ).toMatchObject({ tries: 3, days: 2, next: 'write' })
  })

  test('days are those of London: half past midnight in summer is another day', () => {
    expect(attemptsSoFar([at('2016-06-06', '23:30'), at('2016-06-07', '00:30')]).days).toBe(2)
  })
})

describe('VIC-07 who is contacted by the system', () => {
  test('whoever asked for it; nobody in a case where a message could be read by whom they fear', () => {
    const burglary = { flags: [], noSafeContact: false, wanted: true }
    expect(contactBySystem(burglary)).toEqual({ allowed: true, why: [] })
    for (const flag of ['domestic-abuse', 'stalking', 'honour-based', 'sexual', 'child-exploitation'] as const)
      expect(contactBySystem({ ...burglary, flags: [flag] })).toMatchObject({ allowed: false })
    expect(contactBySystem({ ...burglary, flags: ['hate'] }).allowed).toBe(true)
    expect(contactBySystem({ flags: ['domestic-abuse'], noSafeContact: true, wanted: false }).why).toHaveLength(3)
  })
})
