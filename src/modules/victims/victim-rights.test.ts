import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { showDuty } from '#modules/duties/queries/show-duty.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { bringCrime, dutiesOf, owedTo, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { correctEvent, voidEvent } from './commands/change-event.ts'
import { logContact } from './commands/log-contact.ts'
import { logEvent } from './commands/log-event.ts'
import { referVictim } from './commands/refer.ts'
import { acknowledgeReview } from './commands/rights/acknowledge-review.ts'
import { askReview } from './commands/rights/ask-review.ts'
import { answerComplaint, receiveComplaint } from './commands/rights/complaint.ts'
import { decideReview, takeReview } from './commands/rights/decide-review.ts'
import { offerStatement, shareStatement, wishForStatement } from './commands/rights/statement.ts'
import { tellOffer } from './commands/rights/tell-offer.ts'
import { tellReview } from './commands/rights/tell-review.ts'
import { VICTIM_DUTIES } from './duties/duty-rules.ts'
import { openVictim } from './queries/open-victim.ts'

const database = withTestDatabase()
let world: World
let run: World['run']
let number = 43160005000

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'; UPDATE compartment_member SET starts = '2010-01-01'`)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())
// Maundy Thursday: Good Friday and Easter Monday are no working days.
beforeEach(() => world.moveTo('2016-03-24T12:00:00Z'))

/** A burglary that was reported this morning, with its one victim, whom PS Ellis looks after. */
async function burglary(victims: readonly string[] = ['N1'], reportedAt = '2016-03-24 09:30') {
  number += 1
  await bringCrime(world, { number: String(number), reportedAt, victims, unit: 'teamA' })
  const [id = ''] = Object.values(await victimsBy(world, String(number)))
  return id
}

async function seen(id: string) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  return { id, version: row?.version ?? 0 }
}
const rights = async (id: string) => (await run('sergeantA', openVictim, { id })).rights
const ruleOf = async (id: string, rule: string) => (await dutiesOf(world, id)).filter((duty) => duty.rule === rule)
const enhance = async (id: string, reasons: readonly string[], flags: readonly string[] = []) =>
  run('sergeantA', assessVictim, { ...(await seen(id)), needs: 'A quiet place', reasons, flags })
const statementTaken = (id: string) =>
  run('sergeantA', logEvent, { id, kind: 'statement-taken', happenedOn: '2016-03-24', happenedTime: '11:00' })
const offer = async (id: string, more: object) => run('sergeantA', offerStatement, { ...(await seen(id)), ...more })
const refer = async (id: string, more: object) =>
  run('sergeantA', referVictim, { ...(await seen(id)), words: 'w', ...more })

const DECIDED = {
  askedOn: '2016-03-24',
  words: 'Why was he not charged?',
  decision: 'police-no-charge',
  decidedOn: '2016-03-24',
  toldOn: '2016-03-24',
  facts: ['suspectNamed', 'interviewedUnderCaution'],
}
const ask = async (id: string, more: object = {}) =>
  run('sergeantA', askReview, { ...(await seen(id)), ...DECIDED, ...more })
const take = async (persona: 'commanderA' | 'chief' | 'sergeantA', id: string, review: string, because?: string) =>
  run(persona, takeReview, { ...(await seen(id)), review, because })
const BY_LETTER = { way: 'letter', words: 'Dear Mr Okafor' }

describe('A personal statement', () => {
  test('that is offered with the first statement is met by any answer, and by none that was not offered', async () => {
    const id = await burglary()
    await statementTaken(id)
    expect(await ruleOf(id, 'VC30-2015')).toMatchObject([{ due: '2016-03-24 23:59', met: null }])
    await expect(offer(id, { answer: 'not-offered' })).rejects.toMatchObject({
      fields: { words: 'Say why it was not offered (VCR01)' },
    })
    await offer(id, { answer: 'not-offered', words: 'In hospital' })
    expect(await ruleOf(id, 'VC30-2015')).toMatchObject([{ met: null }])
    await world.moveTo('2016-03-24T12:05:00Z')
    await offer(id, { answer: 'later' })
    expect(await ruleOf(id, 'VC30-2015')).toMatchObject([{ met: 'They want to give it later' }])
    expect((await rights(id)).statements.map(({ answer, by }) => [answer, by])).toEqual([
      ['later', 'PS Ellis'],
      ['not-offered', 'PS Ellis'],
    ])
  })

  test('has versions, a wish to have it read, and a day on which the prosecutors have it', async () => {
    const id = await burglary()
    await expect(run('sergeantA', wishForStatement, { ...(await seen(id)), readBy: 'advocate' })).rejects.toThrow(
      Invalid,
    )
    await offer(id, { answer: 'taken', words: 'I sleep badly', givenBy: 'self' })
    expect(await ruleOf(id, 'VC31-2015')).toMatchObject([{ due: null, met: null }])
    await run('sergeantA', wishForStatement, { ...(await seen(id)), readBy: 'advocate' })
    expect(await ruleOf(id, 'VC31-2015')).toMatchObject([{ met: 'An advocate reads it' }])
    await world.moveTo('2016-03-29T12:00:00Z')
    await offer(id, { answer: 'taken', words: 'And I moved house', givenBy: 'self' })
    const share = async (sharedOn: string) =>
      run('sergeantA', shareStatement, { ...(await seen(id)), sharedOn, words: 'By the file' })
    await expect(share('2016-03-23')).rejects.toThrow(Invalid)
    await expect(share('2016-03-30')).rejects.toThrow(Invalid)
    await share('2016-03-29')
    const { statements } = await rights(id)
    expect(statements.map(({ step, words }) => [step, words]).toSorted()).toEqual([
      ['offer', 'And I moved house'],
      ['offer', 'I sleep badly'],
      ['shared', 'By the file'],
      ['wish', null],
    ])
  })

  test('of a child comes by a parent; without any entry the page of somebody with enhanced rights says so', async () => {
    const id = await burglary()
    expect((await rights(id)).statementGap).toBeNull()
    await enhance(id, ['E3a:under-18'])
    expect((await rights(id)).statementGap).toContain('VCR02')
    expect(await owedTo(world, id)).toContain('VC30-2015-E')
    await expect(offer(id, { answer: 'taken', words: 'w', givenBy: 'self' })).rejects.toThrow(Invalid)
    await offer(id, { answer: 'taken', words: 'w', givenBy: 'parent' })
    expect((await rights(id)).statementGap).toBeNull()
    expect(await owedTo(world, id)).not.toContain('VC30-2015-E')
  })

  test('of a business is its impact statement, and nobody is asked who reads it', async () => {
    const id = await burglary(['O1'])
    await statementTaken(id)
    await offer(id, { answer: 'taken', keptAt: 'In the file' })
    expect(await ruleOf(id, 'VC32-2015')).toMatchObject([{ met: 'They gave it' }])
    expect(await ruleOf(id, 'VC31-2015')).toEqual([])
  })
})

describe('A referral to support', () => {
  test('that they do not want is not sent, until they were asked again and said yes', async () => {
    const id = await burglary()
    await refer(id, { what: 'objects' })
    expect(await ruleOf(id, 'VC06-2015')).toMatchObject([{ met: 'They do not want to be referred' }])
    await expect(refer(id, { what: 'sent', service: 'Victims First' })).rejects.toMatchObject({
      fields: { consent: 'They said no. Tick it only when they were asked again and said yes (VCR03)' },
    })
    await world.moveTo('2016-03-24T12:05:00Z')
    await refer(id, { what: 'agreed' })
    expect((await ruleOf(id, 'VC06-2015')).map(({ due, met }) => [due, met])).toEqual([
      ['2016-03-30 23:59', 'They do not want to be referred'],
      ['2016-03-30 23:59', null],
    ])
    await world.moveTo('2016-03-24T12:10:00Z')
    await refer(id, { what: 'sent', service: 'Victims First' })
    await refer(id, { what: 'heard-back', service: 'Victims First', words: 'They rang her' })
    expect(await owedTo(world, id)).not.toContain('VC06-2015')
    const page = await run('sergeantA', openVictim, { id })
    expect(page.detail.objectsToReferral).toBe(false)
    expect(page.rights.referrals.map(({ what }) => what).toSorted()).toEqual([
      'agreed',
      'heard-back',
      'objects',
      'sent',
    ])
  })

  test('after domestic abuse needs their word first', async () => {
    const id = await burglary()
    await enhance(id, ['E1:domestic-abuse'], ['domestic-abuse'])
    await expect(refer(id, { what: 'sent', service: 'A refuge' })).rejects.toThrow(Invalid)
    await refer(id, { what: 'sent', service: 'A refuge', consent: true })
    expect((await rights(id)).referrals).toMatchObject([{ what: 'sent', consent: true, service: 'A refuge' }])
  })
})

describe('Restorative justice and compensation', () => {
  test('are owed once there is reason, and met by telling, whatever they answer', async () => {
    const id = await burglary()
    await run('sergeantA', logEvent, {
      id,
      kind: 'restorative-suitable',
      happenedOn: '2016-03-24',
      happenedTime: '11:00',
    })
    await run('sergeantA', logEvent, { id, kind: 'loss-or-injury', happenedOn: '2016-03-24', happenedTime: '11:00' })
    const tell = async (topic: string, answer: string) =>
      run('sergeantA', tellOffer, { ...(await seen(id)), topic, answer, words: 'Told on the telephone' })
    await tell('restorative', 'declines')
    expect(await owedTo(world, id)).toContain('VC34-2015')
    expect(await owedTo(world, id)).not.toContain('VC33-2015')
    await tell('criminal-injuries', 'wants')
    expect(await ruleOf(id, 'VC34-2015')).toMatchObject([{ met: 'Told: compensation for criminal injuries' }])
    expect((await rights(id)).offers).toHaveLength(2)
  })
})

describe('The right to a review', () => {
  test('is used in three months of the calendar, to the last day', async () => {
    const asked = async (on: string) => {
      await world.moveTo('2015-12-24T12:00:00Z')
      const id = await burglary(['N1'], '2015-12-24 09:30')
      await world.moveTo(`${on}T12:00:00Z`)
      const told = { decidedOn: '2015-12-24', toldOn: '2015-12-24' }
      return ask(id, { ...told, askedOn: on })
    }
    expect(await asked('2016-03-24')).toMatchObject({ inScope: true })
    expect(await asked('2016-03-25')).toMatchObject({
      inScope: false,
      reasons: ['They were told more than three months before they asked'],
    })
  })

  test('of a crime for magistrates only ends six months after it', async () => {
    const id = await burglary()
    await expect(ask(id, { facts: [...DECIDED.facts, 'summaryOnly'] })).rejects.toThrow(Invalid)
    const of = (doneOn: string) => ask(id, { facts: [...DECIDED.facts, 'summaryOnly'], doneOn })
    expect(await of('2015-09-24')).toMatchObject({ inScope: true })
    expect(await of('2015-09-23')).toMatchObject({ inScope: false })
  })

  test('is acknowledged in ten working days and finished in thirty, over Easter', async () => {
    const id = await burglary()
    const { review } = await ask(id)
    expect(await ruleOf(id, 'VC19-2015')).toMatchObject([{ due: '2016-04-11 23:59', met: null }])
    expect(await ruleOf(id, 'VC20-2015')).toMatchObject([{ due: '2016-05-10 23:59', met: null }])
    await world.moveTo('2016-04-11T22:59:59Z')
    await run('sergeantA', acknowledgeReview, { ...(await seen(id)), review, ...BY_LETTER })
    expect(await ruleOf(id, 'VC19-2015')).toMatchObject([{ met: 'Acknowledged: letter' }])
    await take('commanderA', id, review)
    await run('commanderA', decideReview, { ...(await seen(id)), review, result: 'charge', reason: 'The test is met' })
    expect(await ruleOf(id, 'VC20-2015')).toMatchObject([{ met: null }])
    await run('sergeantA', tellReview, { ...(await seen(id)), review, ...BY_LETTER })
    expect(await ruleOf(id, 'VC20-2015')).toMatchObject([{ met: 'Told: overturned: the suspect is to be charged' }])
    expect((await rights(id)).reviews).toMatchObject([{ stage: 'told', result: 'charge', reviewer: 'Supt Hale' }])
  })

  test.each([
    ['2016-04-11T22:59:59Z', 'VC19-2015', 'met-on-time'],
    ['2016-04-11T23:00:00Z', 'VC19-2015', 'met-late'],
    ['2016-05-10T22:59:59Z', 'VC20-2015', 'met-on-time'],
    ['2016-05-10T23:00:00Z', 'VC20-2015', 'met-late'],
  ])('told at %s: %s is %s', async (at, rule, standing) => {
    const id = await burglary()
    const { review } = await ask(id, { decision: 'cps' })
    await world.moveTo(at)
    await run('sergeantA', tellReview, { ...(await seen(id)), review, ...BY_LETTER })
    const [duty] = await ruleOf(id, rule)
    const shown = await run('sergeantA', showDuty(VICTIM_DUTIES), { id: duty?.id ?? '' })
    expect(shown.duty.standing).toBe(standing)
  })

  test('is reviewed by nobody who decided it, worked on the case, or has not the rank', async () => {
    const refused = async (id: string, review: string, persona: 'commanderA' | 'sergeantA' = 'commanderA') => {
      const error: unknown = await take(persona, id, review).catch((problem: unknown) => problem)
      return error instanceof RuleRefused ? error.message : 'not refused'
    }
    const worked = await burglary()
    const first = await ask(worked)
    expect(await refused(worked, first.review, 'sergeantA')).toContain('An inspector or above reviews it')
    await run('commanderA', logContact, { ...(await seen(worked)), way: 'phone', result: 'told', words: 'Rang him' })
    expect(await refused(worked, first.review)).toContain('You worked on this case')
    await take('chief', worked, first.review)

    const decided = await burglary()
    const second = await ask(decided, { decidedBy: world.personas.commanderA.account })
    expect(await refused(decided, second.review)).toContain('You made the decision')

    // What belongs to the review itself is no work on the case.
    const fresh = await burglary()
    const third = await ask(fresh)
    await run('commanderA', acknowledgeReview, { ...(await seen(fresh)), review: third.review, ...BY_LETTER })
    await take('commanderA', fresh, third.review)
    // Somebody who works on the case after they took it on does not decide it.
    await run('commanderA', logContact, { ...(await seen(fresh)), way: 'phone', result: 'told', words: 'Rang him' })
    await expect(
      run('commanderA', decideReview, { ...(await seen(fresh)), review: third.review, result: 'upheld', reason: 'r' }),
    ).rejects.toThrow(RuleRefused)
  })

  test('is no review of one’s own work on another victim of the case', async () => {
    const id = await burglary(['N1', 'N2'])
    const other = Object.values(await victimsBy(world, String(number))).find((one) => one !== id) ?? ''
    await run('commanderA', logContact, { ...(await seen(other)), way: 'phone', result: 'told', words: 'Rang her' })
    const { review } = await ask(id)
    await expect(take('commanderA', id, review)).rejects.toThrow(RuleRefused)
  })

  test('that is out of scope is told with every reason and the way on, and reviewed only with a reason', async () => {
    const id = await burglary()
    const { review, reasons } = await ask(id, { decision: 'cps', facts: ['suspectNamed'] })
    expect(reasons).toEqual([
      'The prosecutors decided: they have a scheme of their own to ask',
      'No suspect was interviewed under caution',
    ])
    await expect(take('commanderA', id, review)).rejects.toThrow(Invalid)
    await run('sergeantA', tellReview, { ...(await seen(id)), review, ...BY_LETTER })
    expect((await rights(id)).reviews).toMatchObject([
      { result: 'out-of-scope', resultReason: reasons.join('. '), stage: 'told' },
    ])
    expect(await owedTo(world, id)).not.toContain('VC20-2015')

    const again = await ask(id, { decision: 'not-investigated' })
    await take('commanderA', id, again.review, 'A suspect was interviewed after all')
    expect((await rights(id)).reviews.find(({ stage }) => stage === 'to-decide')).toMatchObject({ inScope: false })
  })

  test('goes in turn, is decided by whoever took it on, and only on days that follow one another', async () => {
    const id = await burglary()
    await expect(ask(id, { decidedOn: '2016-03-23' })).rejects.toThrow(Invalid)
    const { review } = await ask(id)
    const decide = async (persona: 'commanderA' | 'chief') =>
      run(persona, decideReview, { ...(await seen(id)), review, result: 'upheld', reason: 'r' })
    await expect(decide('commanderA')).rejects.toThrow(RuleRefused)
    await take('commanderA', id, review)
    await expect(decide('chief')).rejects.toThrow(Invalid)
    await expect(run('sergeantA', tellReview, { ...(await seen(id)), review, ...BY_LETTER })).rejects.toThrow(
      RuleRefused,
    )
    await decide('commanderA')
  })

  test('that was written down by mistake is taken back with what was owed, and not given other days', async () => {
    const id = await burglary()
    const { review } = await ask(id)
    const { events } = await run('sergeantA', openVictim, { id })
    const event = events.find(({ kind }) => kind === 'review-asked')?.id ?? ''
    await expect(
      run('sergeantA', correctEvent, {
        id,
        event,
        version: 1,
        happenedOn: '2016-03-24',
        happenedTime: '11:00',
        reason: 'r',
      }),
    ).rejects.toThrow(Invalid)
    await run('sergeantA', voidEvent, { id, event, version: 1, reason: 'Another case' })
    expect(await owedTo(world, id)).not.toContain('VC20-2015')
    await expect(take('commanderA', id, review)).rejects.toThrow(RuleRefused)
  })

  test('is acknowledged as well where a contact tells them that it arrived', async () => {
    const id = await burglary()
    await ask(id)
    const [owed] = await ruleOf(id, 'VC19-2015')
    const told = { way: 'phone', result: 'told', words: 'It arrived', duties: [owed?.id] }
    await run('sergeantA', logContact, { ...(await seen(id)), ...told })
    expect((await rights(id)).reviews[0]?.acknowledgedAt).toBe('2016-03-24T12:00:00.000Z')
  })

  test('shows until when they may ask, once they were told that nobody is prosecuted', async () => {
    const id = await burglary()
    await run('sergeantA', logEvent, { id, kind: 'not-prosecuted', happenedOn: '2016-03-24', happenedTime: '11:00' })
    expect((await rights(id)).mayAskUntil).toBeNull()
    const [owed] = await ruleOf(id, 'VC16-2015')
    const told = { way: 'phone', result: 'told', words: 'Why', duties: [owed?.id] }
    await run('sergeantA', logContact, { ...(await seen(id)), ...told })
    expect((await rights(id)).mayAskUntil).toBe('2016-06-24')
  })
})

describe('A complaint of the service', () => {
  test('is acknowledged or answered in ten working days, and answered once', async () => {
    const id = await burglary()
    const { complaint } = await run('sergeantA', receiveComplaint, {
      ...(await seen(id)),
      receivedOn: '2016-03-24',
      words: 'Nobody rang',
    })
    expect(await ruleOf(id, 'VC39-2015')).toMatchObject([{ due: '2016-04-11 23:59', met: null }])
    const done = async (act: string) =>
      run('sergeantA', answerComplaint, { ...(await seen(id)), complaint, act, ...BY_LETTER })
    await done('acknowledge')
    expect(await ruleOf(id, 'VC39-2015')).toMatchObject([{ met: 'Acknowledged' }])
    await expect(done('acknowledge')).rejects.toThrow(RuleRefused)
    await done('answer')
    await expect(done('answer')).rejects.toThrow(RuleRefused)
    expect((await rights(id)).complaints).toMatchObject([{ answer: 'Dear Mr Okafor' }])
    await expect(
      run('sergeantA', receiveComplaint, { ...(await seen(id)), receivedOn: '2016-03-25', words: 'w' }),
    ).rejects.toThrow(Invalid)
  })
})

describe('Who may write these down', () => {
  test('is whoever works with victims and may open them', async () => {
    const id = await burglary()
    const offered = { ...(await seen(id)), answer: 'declined' }
    await expect(run('analyst', offerStatement, offered)).rejects.toThrow(Forbidden)
    await expect(run('officerB', offerStatement, offered)).rejects.toThrow(NotFound)
    await expect(run('analyst', takeReview, { ...(await seen(id)), review: id })).rejects.toThrow(Forbidden)
    const { review } = await ask(id)
    const elsewhere = await burglary()
    await expect(take('commanderA', elsewhere, review)).rejects.toThrow(NotFound)
  })
})
