import { describe, expect, test } from 'vitest'
import type { CodeVersion } from './code-in-force.ts'
import { CASE_EVENTS, isCourtEvent, type CaseEventKind } from './events.ts'
import type { VictimFacts } from './facts.ts'
import { sayOf } from './say.ts'
import { rulesStartedBy } from './started-by.ts'
import { VICTIM_RULES } from './victim-rules.ts'

const PERSON: VictimFacts = {
  standing: 'person',
  enhanced: false,
  flags: [],
  objectsToReferral: false,
  lossOrInjury: false,
  updateEvery: 28,
  localStandard: false,
}
const started = (event: CaseEventKind, facts: Partial<VictimFacts> = {}, code: CodeVersion = '2015') =>
  rulesStartedBy(event, code, { ...PERSON, ...facts }).map(({ dutyRule }) => dutyRule)

describe('What happens in a case opens what is owed', () => {
  test('a burglary is reported: acknowledge, record, inform and refer; tell of compensation for the loss', () => {
    const burglary = ['VC01-2015', 'VC02-2015', 'VC03-2015', 'VC06-2015']
    expect(started('crime-reported')).toEqual(burglary)
    expect(started('crime-reported', { lossOrInjury: true })).toEqual([...burglary, 'VC34-2015'])
    expect(started('crime-reported', { localStandard: true })).toEqual([...burglary, 'VC44-2015'])
  })

  test('nobody’s details are sent who said no, or who must be asked first', () => {
    expect(started('crime-reported', { objectsToReferral: true })).not.toContain('VC06-2015')
    expect(started('crime-reported', { flags: ['sexual'] })).not.toContain('VC06-2015')
    expect(started('referral-agreed', { flags: ['sexual'] })).toEqual(['VC06-2015'])
    expect(started('referral-agreed', { flags: ['sexual'], objectsToReferral: true })).toEqual([])
  })

  test('an arrest is told of, in the category and under the code of the victim', () => {
    expect(started('suspect-arrested')).toEqual(['VC09-2015'])
    expect(started('suspect-arrested', { enhanced: true })).toEqual(['VC09-2015-E'])
    expect(started('suspect-arrested', { enhanced: true }, '2020')).toEqual(['VC09-2020-E'])
  })

  test('what the code of 2015 does not have is not owed under it', () => {
    for (const event of ['released-under-investigation', 'property-released', 'lenient-sentence-scheme'] as const) {
      expect(started(event)).toEqual([])
      expect(started(event, {}, '2020')).toHaveLength(1)
    }
  })

  test('a charge and a caution both open the same, a review both of its clocks, and the time to ask is no duty', () => {
    expect(started('charged')).toEqual(['VC15-2015'])
    expect(started('out-of-court')).toEqual(['VC15-2015'])
    expect(started('review-asked')).toEqual(['VC19-2015', 'VC20-2015'])
    expect(started('decision-told')).toEqual([])
  })

  test('an update opens the next, in the rhythm that was agreed and no other', () => {
    expect(started('victim-contact-updated')).toEqual(['VC07-2015'])
    expect(started('victim-contact-updated', { updateEvery: 7, enhanced: true })).toEqual(['VC07-2015-E-D7'])
    expect(started('victim-contact-agreed', { updateEvery: 84 }, '2020')).toEqual(['VC07-2020-D84'])
  })

  test('an appeal to the Crown Court, and the first contact of probation, have their own limits', () => {
    expect(started('appeal')).toEqual(['VC29-2015'])
    expect(started('appeal-crown-court')).toEqual(['VC29-2015-CC'])
    expect(started('victim-contact-scheme')).toEqual(['VC37-2015', 'VC37-2015-FC'])
  })

  test('a business is offered its own statement, has no enhanced rights and no assessment', () => {
    const business = { standing: 'business', enhanced: true } as const
    expect(started('statement-taken', business)).toEqual(['VC32-2015'])
    expect(started('suspect-arrested', business)).toEqual(['VC09-2015'])
    expect(started('first-contact', business)).toEqual([])
    expect(started('enhanced-found', business)).toEqual([])
  })

  test('a personal statement is offered with the first one; without one where rights are enhanced', () => {
    expect(started('statement-taken')).toEqual(['VC30-2015'])
    expect(started('enhanced-found', { enhanced: true })).toEqual(['VC30-2015-E'])
    expect(started('enhanced-found')).toEqual([])
  })

  test('a family liaison officer is for the family, and what is due before the sentence counts to it', () => {
    expect(started('death-by-crime')).toEqual([])
    expect(started('death-by-crime', { standing: 'bereaved', enhanced: true })).toEqual(['VC41-2015-E'])
    expect(rulesStartedBy('vps-made', '2015', PERSON)).toMatchObject([
      { dutyRule: 'VC31-2015', countsFrom: 'sentence' },
    ])
    expect(rulesStartedBy('charged', '2015', PERSON)).toMatchObject([{ countsFrom: 'event' }])
  })

  test('every event starts some rule, and every rule is started by some event', () => {
    const events = Object.keys(CASE_EVENTS) as CaseEventKind[]
    const used = new Set(
      VICTIM_RULES.flatMap(({ startedBy, variants }) => [startedBy, ...variants.map((one) => one.startedBy)].flat()),
    )
    expect(events.filter((event) => !used.has(event))).toEqual([])
    expect(VICTIM_RULES.filter(({ startedBy }) => startedBy.length === 0)).toEqual([])
  })

  test('what reaches witness care from a court is told apart from what the police do', () => {
    expect(isCourtEvent('hearing-fixed')).toBe(true)
    expect(isCourtEvent('suspect-arrested')).toBe(false)
    expect(rulesStartedBy('hearing-fixed', '2015', PERSON)).toMatchObject([{ countsFrom: 'receipt' }])
    expect(rulesStartedBy('not-guilty-plea', '2015', PERSON)).toMatchObject([{ countsFrom: 'event' }])
    const fromReceipt = VICTIM_RULES.filter((rule) => rule.fromReceipt).map(({ code }) => code)
    expect(fromReceipt).toEqual(['VC21', 'VC22', 'VC23', 'VC24', 'VC25', 'VC26', 'VC28', 'VC29'])
    const ofWitnessCare = VICTIM_RULES.filter(({ by }) => by[0] === 'witness-care')
    expect(ofWitnessCare.every(({ startedBy }) => startedBy.every(isCourtEvent))).toBe(true)
  })
})

describe('What must be said', () => {
  test('of police bail: until when, the conditions, whom to tell; and when they hear next', () => {
    expect(sayOf('VC12', PERSON)).toEqual([
      'That the suspect is on police bail, and until when',
      'Which conditions there are, and which of them protect them',
      'Whom to tell if one is broken',
      'When they hear from us next, and whom to ask until then',
    ])
  })

  test('is there for every rule but what is recorded, decided or the victim’s own time', () => {
    const silent = VICTIM_RULES.filter(({ code }) => sayOf(code, PERSON).length === 0).map(({ code }) => code)
    expect(silent).toEqual(['VC02', 'VC05', 'VC18'])
  })

  test('asks before details are sent where that is needed, and else says that they are', () => {
    expect(sayOf('VC06', { ...PERSON, flags: ['domestic-abuse'] })).toContain(
      'Ask whether their details may be sent, and write down the answer',
    )
    expect(sayOf('VC06', PERSON)).toContain('That their details are sent there, and that they may say no')
  })

  test('follows whom it is said to', () => {
    const alone = 'That they may make one without any other statement'
    expect(sayOf('VC30', { ...PERSON, enhanced: true })).toContain(alone)
    expect(sayOf('VC30', PERSON)).not.toContain(alone)
    expect(sayOf('VC27', { ...PERSON, standing: 'parent' }).join()).toContain('a child need not be in the court room')
    expect(sayOf('VC41', { ...PERSON, standing: 'bereaved' }).join()).toContain('close relative')
    expect(sayOf('VC41', { ...PERSON, standing: 'spokesperson' }).join()).not.toContain('close relative')
  })
})
