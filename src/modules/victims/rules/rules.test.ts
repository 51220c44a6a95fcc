import { describe, expect, test } from 'vitest'
import { OUTCOMES } from '#kernel/offences/outcomes.ts'
import { meetsBy, whyNotMet, wordsOfContact } from './contact-results.ts'
import { FIXED_KINDS, OF_ONE, SENTENCE_KINDS, type CaseEventKind } from '#kernel/victims-code/events.ts'
import { isSameEvent, movedAs } from './told-events.ts'
import { COURT_KINDS, courtDayProblem, eventTimeProblem, LOGGED_KINDS, sentenceProblem } from './event-rules.ts'
import { actsFor, sayTogether } from './next-contact.ts'
import { flagsOfOffence, victimTitle } from './of-crime.ts'
import { eventOfOutcome } from './outcome-events.ts'
import { whoIsNamed } from './who-is-named.ts'

describe('VCT01: a contact', () => {
  test('that told them meets what is met by telling', () => {
    expect(meetsBy('VC09-2020', 'told')).toBe(true)
    expect(meetsBy('VC06-2020', 'told')).toBe(false)
    expect(meetsBy('ASB-HIGH', 'told')).toBe(false)
  })

  test('that was tried, or was not safe, meets nothing', () => {
    for (const result of ['attempted', 'no-safe-contact'] as const)
      for (const rule of ['VC09-2020', 'VC07-2015', 'VC33-2020']) expect(meetsBy(rule, result)).toBe(false)
    expect(whyNotMet('VC09-2020', 'attempted')).toMatch(/An attempt meets nothing/)
  })

  test('in which they turn it down meets updates and what is offered, and nothing that was decided', () => {
    expect(meetsBy('VC07-2020-D14', 'declined')).toBe(true)
    expect(meetsBy('VC34-2015', 'declined')).toBe(true)
    expect(whyNotMet('VC15-2015-E', 'declined')).toMatch(/cannot be turned down/)
  })
})

describe('VCT02: an outcome', () => {
  test('of every code is something to the victims, or nothing yet', () => {
    const nothing = OUTCOMES.filter(({ code }) => eventOfOutcome(code) === null).map(({ code }) => code)
    expect(nothing).toEqual(['0', '19', '20'])
  })

  test('is read as the records system writes it', () => {
    expect(eventOfOutcome('1a')).toBe('charged')
    expect(eventOfOutcome('018')).toBe('case-closed-no-suspect')
    expect(eventOfOutcome('8')).toBe('out-of-court')
    expect(eventOfOutcome('16')).toBe('not-prosecuted')
    expect(eventOfOutcome('99')).toBeNull()
  })
})

describe('VCT03: something on a case', () => {
  const at = (hour: number) => new Date(Date.UTC(2016, 2, 24, hour))
  const times = { reportedAt: at(9), happenedAt: at(10), receivedAt: at(11), now: at(12) }

  test('happened after the report, was heard of after it happened, and both are over', () => {
    expect(eventTimeProblem(times)).toBeNull()
    expect(eventTimeProblem({ ...times, happenedAt: at(9), receivedAt: at(9) })).toBeNull()
    expect(eventTimeProblem({ ...times, happenedAt: at(13) })).toHaveProperty('happenedOn')
    expect(eventTimeProblem({ ...times, happenedAt: at(8) })).toHaveProperty('happenedOn')
    expect(eventTimeProblem({ ...times, receivedAt: at(13) })).toHaveProperty('receivedOn')
    expect(eventTimeProblem({ ...times, happenedAt: at(11), receivedAt: at(10) })).toHaveProperty('receivedOn')
  })

  test('that is about one victim can be logged', () => {
    expect(OF_ONE.filter((kind) => !LOGGED_KINDS.includes(kind))).toEqual([])
    expect(LOGGED_KINDS).not.toContain('crime-reported')
  })
})

describe('VCT05: an offence', () => {
  test('says that it is sexual, of stalking or of hate, and nothing that only a person knows', () => {
    expect(flagsOfOffence('028/03', '28A')).toEqual([])
    expect(flagsOfOffence(null, '19C')).toEqual(['sexual'])
    expect(flagsOfOffence(null, null)).toEqual([])
  })

  test('is what a victim’s record is called by', () => {
    expect(victimTitle(' Burglary dwelling ', '43160001234')).toBe('Burglary dwelling, 43160001234')
    expect(victimTitle('', null)).toBe('Crime')
  })
})

describe('VCT07: a victim', () => {
  test('is on record or has a name, and not both', () => {
    expect(whoIsNamed('person', { who: 1, name: null, forVictim: null })).toBeNull()
    expect(whoIsNamed('person', { who: 1, name: 'N', forVictim: null })).toHaveProperty('who')
    expect(whoIsNamed('person', { who: null, name: null, forVictim: null })).toHaveProperty('who')
  })

  test('who acts for another says for whom, and nobody else does', () => {
    expect(whoIsNamed('parent', { who: 1, name: null, forVictim: null })).toHaveProperty('forVictim')
    expect(whoIsNamed('spokesperson', { who: null, name: 'N', forVictim: 'v' })).toBeNull()
    expect(whoIsNamed('bereaved', { who: 1, name: null, forVictim: 'v' })).toHaveProperty('forVictim')
  })
})

describe('The next contact', () => {
  test('says each line once, and ends once', () => {
    expect(
      sayTogether([
        ['That somebody was arrested', 'What happens now', 'When they hear next'],
        ['That somebody was interviewed', 'What happens now', 'When they hear next'],
      ]),
    ).toEqual([
      'That somebody was arrested',
      'That somebody was interviewed',
      'What happens now',
      'When they hear next',
    ])
    expect(sayTogether([])).toEqual([])
  })

  test('offers at once what no telling meets, each act once', () => {
    expect(actsFor(['VC04-2020', 'VC05-2020', 'VC06-2020', 'VC09-2020']).map(({ path }) => path)).toEqual([
      'assess',
      'refer',
    ])
    expect(actsFor(['VC09-2020', 'ASB-HIGH'])).toEqual([])
  })
})

describe('VCT21: a contact without words', () => {
  test('is told by what was ticked, or that nothing more was written', () => {
    expect(wordsOfContact('Rang her', 'told', ['Tell them of the arrest'])).toBe('Rang her')
    expect(wordsOfContact(null, 'told', ['Tell them of the arrest', 'Update them'])).toBe(
      'Tell them of the arrest; Update them',
    )
    expect(wordsOfContact(null, 'attempted', [])).toBe('No more was written')
  })

  test('does not say that nobody can reach them safely: that has its reason', () => {
    expect(wordsOfContact(null, 'no-safe-contact', [])).toBeNull()
    expect(wordsOfContact('He answers', 'no-safe-contact', [])).toBe('He answers')
  })
})

describe('VCT22: a day in court', () => {
  const happenedAt = new Date('2016-03-24T10:00:00Z')

  test('is that of a hearing, after it was fixed; it may be not known yet', () => {
    const later = new Date('2016-04-20T09:00:00Z')
    expect(courtDayProblem('hearing-fixed', { takesPlaceAt: later, happenedAt })).toBeNull()
    expect(courtDayProblem('hearing-fixed', { takesPlaceAt: null, happenedAt })).toBeNull()
    expect(courtDayProblem('hearing-again', { takesPlaceAt: happenedAt, happenedAt })).toHaveProperty('courtOn')
    expect(courtDayProblem('verdict-or-sentence', { takesPlaceAt: later, happenedAt })).toHaveProperty('courtOn')
  })

  test('is of what witness care logs', () => {
    expect([...FIXED_KINDS, ...SENTENCE_KINDS].filter((kind) => !COURT_KINDS.includes(kind))).toEqual([])
    expect(COURT_KINDS).not.toContain('suspect-arrested')
  })
})

describe('VCT23: when sentence is given', () => {
  const happenedAt = new Date('2016-03-24T10:00:00Z')

  test('is told by a hearing or a verdict, on that day or later, and may be not known', () => {
    const later = new Date('2016-09-12T09:30:00Z')
    const sameDay = new Date('2016-03-24T09:00:00Z')
    expect(sentenceProblem('hearing-again', { sentenceAt: later, happenedAt })).toBeNull()
    expect(sentenceProblem('verdict-or-sentence', { sentenceAt: sameDay, happenedAt })).toBeNull()
    expect(sentenceProblem('verdict-or-sentence', { sentenceAt: null, happenedAt })).toBeNull()
    const before = new Date('2016-03-23T23:59:00Z')
    expect(sentenceProblem('verdict-or-sentence', { sentenceAt: before, happenedAt })).toHaveProperty('sentenceOn')
    expect(sentenceProblem('court-bail', { sentenceAt: later, happenedAt })).toHaveProperty('sentenceOn')
  })
})

describe('VCT24 and VCT25: what a records system tells of a case', () => {
  const on = (kind: CaseEventKind, happenedAt: string, takesPlaceAt: string | null = null) => ({
    kind,
    happenedAt: new Date(happenedAt),
    takesPlaceAt: takesPlaceAt === null ? null : new Date(takesPlaceAt),
  })

  test('is what stands already where it is of the same kind and day in London, and fixes the same day in court', () => {
    const late = on('suspect-arrested', '2016-06-06T22:30:00Z')
    expect(isSameEvent(late, on('suspect-arrested', '2016-06-06T09:00:00Z'))).toBe(true)
    expect(isSameEvent(late, on('suspect-arrested', '2016-06-06T23:30:00Z'))).toBe(false)
    expect(isSameEvent(late, on('charged', '2016-06-06T22:30:00Z'))).toBe(false)
    const hearing = on('hearing-fixed', '2016-06-06T09:00:00Z', '2016-07-01T09:00:00Z')
    expect(isSameEvent(hearing, on('hearing-fixed', '2016-06-06T09:00:00Z'))).toBe(false)
    expect(isSameEvent(hearing, on('hearing-fixed', '2016-06-06T12:00:00Z', '2016-07-01T09:00:00Z'))).toBe(true)
  })

  test('moved to another day is a later hearing, or again that they must come', () => {
    expect(movedAs('hearing-fixed')).toBe('hearing-again')
    expect(movedAs('must-give-evidence')).toBe('must-give-evidence')
    expect(movedAs('re-arrest-hearing')).toBeNull()
    expect(movedAs('charged')).toBeNull()
  })
})
