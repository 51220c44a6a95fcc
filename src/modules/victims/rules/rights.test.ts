import { describe, expect, test } from 'vitest'
import { referralConsent } from '#kernel/victims-code/rules/vic04-referral-consent.ts'
import { mayOnComplaint } from './complaints.ts'
import { referralProblem, type Referral, type ReferralStep } from './referrals.ts'
import { atReviewStage, mayReview, reasonsInWords, reviewDaysProblem, reviewStage, wayOn } from './reviews.ts'
import { isOffer, statementGap, statementProblem, statementWords } from './statements.ts'

const PERSON = { standing: 'person', reasons: [] } as const
const CHILD = { standing: 'person', reasons: ['E3a:under-18'] } as const
const taken = { answer: 'taken', words: 'I sleep badly', keptAt: null, givenBy: 'self' } as const

describe('VCR01 an answer about a statement', () => {
  test.each([
    ['given by themselves, with the text', taken, PERSON, null],
    ['kept elsewhere', { ...taken, words: null, keptAt: 'In the file' }, PERSON, null],
    ['given, and nothing of it', { ...taken, words: null }, PERSON, 'words'],
    ['given, nobody knows by whom', { ...taken, givenBy: null }, PERSON, 'givenBy'],
    ['of a child, by itself', taken, CHILD, 'givenBy'],
    ['of a child, by a parent', { ...taken, givenBy: 'parent' }, CHILD, null],
    ['of a child, with an intermediary', { ...taken, givenBy: 'intermediary' }, CHILD, null],
    ['declined', { answer: 'declined', words: null, keptAt: null, givenBy: null }, PERSON, null],
    [
      'not offered, without a reason',
      { answer: 'not-offered', words: null, keptAt: null, givenBy: null },
      PERSON,
      'words',
    ],
    [
      'not offered, in hospital',
      { answer: 'not-offered', words: 'In hospital', keptAt: null, givenBy: null },
      PERSON,
      null,
    ],
  ] as const)('%s', (_what, given, facts, field) => {
    expect(Object.keys(statementProblem(given, facts) ?? {})).toEqual(field === null ? [] : [field])
  })

  test('that it was not offered is no offer; of a business it is an impact statement', () => {
    expect((['taken', 'declined', 'later', 'not-offered'] as const).map(isOffer)).toEqual([true, true, true, false])
    expect(statementWords({ standing: 'business' })).toBe('impact statement for the business')
  })
})

describe('VCR02 no entry on the statement', () => {
  test('is said where rights are enhanced, and nowhere else', () => {
    expect(statementGap(CHILD, 0)).toMatch('VCR02')
    expect(statementGap(CHILD, 1)).toBeNull()
    expect(statementGap(PERSON, 0)).toBeNull()
  })
})

describe('VCR03 a referral', () => {
  const burglary = referralConsent({ standing: 'person', flags: [] })
  const sexual = referralConsent({ standing: 'person', flags: ['sexual'] })
  const step = (what: Referral, consent = false): ReferralStep => ({ what, consent })
  const asked = (what: Referral, consent: boolean, before: readonly ReferralStep[], of = burglary) =>
    Object.keys(referralProblem({ what, consent, service: 'Victims First' }, before, of) ?? {})

  test.each([
    ['after a burglary: sent unless they object', asked('sent', false, []), []],
    ['after a sexual offence: not without their word', asked('sent', false, [], sexual), ['consent']],
    ['after a sexual offence: with it', asked('sent', true, [], sexual), []],
    ['after a sexual offence: they agreed before', asked('sent', false, [step('agreed', true)], sexual), []],
    ['agreed, and nobody asked', asked('agreed', false, [], sexual), ['consent']],
    ['they said no', asked('sent', false, [step('objects')]), ['consent']],
    ['they agreed, and then said no', asked('sent', false, [step('objects'), step('agreed')]), ['consent']],
    ['they said no, and then agreed', asked('sent', false, [step('agreed'), step('objects')]), []],
    ['they said no, and now yes', asked('sent', true, [step('objects')]), []],
    ['nobody was asked to answer', asked('heard-back', false, []), ['what']],
    ['the service answers', asked('heard-back', false, [step('sent')]), []],
    ['they may always say no', asked('objects', false, [step('sent')], sexual), []],
  ])('%s', (_what, fields, expected) => {
    expect(fields).toEqual(expected)
  })

  test('goes to a service that is named', () => {
    expect(referralProblem({ what: 'sent', consent: false, service: null }, [], burglary)).toHaveProperty('service')
  })
})

describe('VCR04 who reviews a decision', () => {
  const of = (
    rank: 'officer' | 'supervisor' | 'commander' | 'chief-officer' | null,
    decided = false,
    workedOnIt = false,
  ) => mayReview({ rank, decided, workedOnIt })?.message ?? null
  test.each([
    [of(null), 'An inspector or above'],
    [of('officer'), 'An inspector or above'],
    [of('supervisor'), 'An inspector or above'],
    [of('commander', true), 'You made the decision'],
    [of('chief-officer', false, true), 'You worked on this case'],
  ])('%s', (message, words) => {
    expect(message).toContain(words)
  })
  test('who had no part may', () => {
    expect([of('commander'), of('chief-officer')]).toEqual([null, null])
  })
})

describe('VCR05 a review goes in turn', () => {
  const fresh = { voided: false, inScope: true, reviewed: false, result: null, told: false } as const
  test.each([
    [fresh, 'to-take'],
    [{ ...fresh, reviewed: true }, 'to-decide'],
    [{ ...fresh, reviewed: true, result: 'upheld' }, 'to-tell'],
    [{ ...fresh, reviewed: true, result: 'upheld', told: true }, 'told'],
    [{ ...fresh, inScope: false }, 'to-tell'],
    [{ ...fresh, inScope: false, reviewed: true }, 'to-decide'],
    [{ ...fresh, voided: true }, 'taken-back'],
  ] as const)('%o: %s', (state, stage) => {
    expect(reviewStage(state)).toBe(stage)
  })
  test('what is not its turn is refused in words', () => {
    expect(atReviewStage('to-take', ['to-decide'])?.message).toContain('waits for a reviewer')
    expect(atReviewStage('to-take', ['to-take'])).toBeNull()
  })
})

describe('VCR06 the days of a review', () => {
  const good = {
    reportedOn: '2016-01-04',
    decidedOn: '2016-02-01',
    toldOn: '2016-02-03',
    askedOn: '2016-03-01',
    today: '2016-03-01',
  }
  test.each([
    ['all in turn', good, null],
    [
      'all on one day',
      {
        reportedOn: '2016-03-01',
        decidedOn: '2016-03-01',
        toldOn: '2016-03-01',
        askedOn: '2016-03-01',
        today: '2016-03-01',
      },
      null,
    ],
    ['asked before they were told', { ...good, toldOn: null }, null],
    ['asked tomorrow', { ...good, askedOn: '2016-03-02' }, 'askedOn'],
    ['decided before the report', { ...good, decidedOn: '2016-01-03' }, 'decidedOn'],
    ['decided after they asked', { ...good, decidedOn: '2016-03-02' }, 'decidedOn'],
    ['told before the decision', { ...good, toldOn: '2016-01-31' }, 'toldOn'],
    ['told after they asked', { ...good, today: '2016-03-05', toldOn: '2016-03-02' }, 'toldOn'],
  ])('%s', (_what, days, field) => {
    expect(Object.keys(reviewDaysProblem(days) ?? {})).toEqual(field === null ? [] : [field])
  })
})

describe('What is out of scope', () => {
  test('is told with every reason, and where else they can go', () => {
    expect(reasonsInWords(['prosecutors', 'no-interview'])).toEqual([
      'The prosecutors decided: they have a scheme of their own to ask',
      'No suspect was interviewed under caution',
    ])
    expect(wayOn(['prosecutors'])).toContain('prosecutors')
    expect(wayOn(['withdrew'])).toContain('complain')
  })
})

describe('VCR07 a complaint', () => {
  const fresh = { voided: false, acknowledged: false, answered: false }
  test('is acknowledged once, answered once, and neither after it was taken back', () => {
    expect(mayOnComplaint('acknowledge', fresh)).toBeNull()
    expect(mayOnComplaint('acknowledge', { ...fresh, acknowledged: true })?.rule).toBe('VCR07')
    expect(mayOnComplaint('answer', { ...fresh, acknowledged: true })).toBeNull()
    expect(mayOnComplaint('answer', { ...fresh, answered: true })?.rule).toBe('VCR07')
    expect(mayOnComplaint('answer', { ...fresh, voided: true })?.rule).toBe('VCR07')
  })
})
