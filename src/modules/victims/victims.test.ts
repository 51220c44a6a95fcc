import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { showDuty } from '#modules/duties/queries/show-duty.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import { bringCrime, dutiesOf, owedTo, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addVictim } from './commands/add-victim.ts'
import { assessVictim } from './commands/assess-victim.ts'
import { correctEvent, voidEvent } from './commands/change-event.ts'
import { logContact } from './commands/log-contact.ts'
import { logEvent } from './commands/log-event.ts'
import { noSafeContact, safeAgain } from './commands/no-safe-contact.ts'
import { referVictim } from './commands/refer.ts'
import { setWishes } from './commands/set-wishes.ts'
import { VICTIM_DUTIES } from './duties/duty-rules.ts'
import { listVictims } from './queries/list-victims.ts'
import { openVictim } from './queries/open-victim.ts'

const database = withTestDatabase()
let world: World
let run: World['run']
let number = 43160001000

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'; UPDATE compartment_member SET starts = '2010-01-01'`)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())
// Maundy Thursday: Good Friday and Easter Monday are no working days.
beforeEach(async () => {
  await world.moveTo('2016-03-24T12:00:00Z')
  number += 1
})

/** A burglary that was reported and recorded this morning, with its one victim, who is followed by PS Ellis. */
async function burglary(victims: readonly string[] = ['N1']) {
  number += 1
  await bringCrime(world, { number: String(number), reportedAt: '2016-03-24 09:30', victims, unit: 'teamA' })
  const byName = await victimsBy(world, String(number))
  const id = byName['OKAFOR, Chidi'] ?? Object.values(byName)[0] ?? ''
  return { id, byName, seen: () => seen(id) }
}

async function seen(id: string) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  return { id, version: row?.version ?? 0 }
}

const ON_THE_DAY = { happenedOn: '2016-03-24', happenedTime: '11:00' }
const arrest = (id: string, times: object = ON_THE_DAY) =>
  run('sergeantA', logEvent, { id, kind: 'suspect-arrested', ...times })
const ruleOf = async (id: string, rule: string) => (await dutiesOf(world, id)).filter((duty) => duty.rule === rule)
const contact = async (id: string, more: object) =>
  run('sergeantA', logContact, { ...(await seen(id)), way: 'phone', result: 'told', words: 'Rang them', ...more })
const enhance = async (id: string, reasons: readonly string[]) =>
  run('sergeantA', assessVictim, { ...(await seen(id)), needs: 'A quiet place', reasons })

describe('A crime that an extract brings', () => {
  test('opens a record for each victim, with what the code of its day owes, across Easter', async () => {
    const { id, byName } = await burglary(['N1', 'O1'])
    expect(Object.keys(byName)).toHaveLength(2)
    expect(await dutiesOf(world, id)).toMatchObject([
      { rule: 'VC01-2015', due: '2016-04-04 23:59', met: null },
      { rule: 'VC02-2015', due: '2016-03-25 09:30', met: 'Recorded as a crime, by the records system' },
      { rule: 'VC03-2015', due: '2016-04-04 23:59', met: null },
      { rule: 'VC06-2015', due: '2016-03-30 23:59', met: null },
    ])
    const page = await run('sergeantA', openVictim, { id })
    expect(page.parts.head).toMatchObject({
      owner: world.personas.sergeantA.account,
      unit: world.units.teamA,
      area: world.areas.A1,
      title: `Burglary dwelling, ${number}`,
    })
    expect(page.detail).toMatchObject({
      code: '2015',
      standing: 'person',
      reasons: [],
      who: { label: 'OKAFOR, Chidi' },
    })
    expect(page.owed.map(({ code, byContact }) => [code, byContact])).toEqual([
      ['VC06', false],
      ['VC01', true],
      ['VC03', true],
    ])
    expect(page.owed[1]?.say.length).toBeGreaterThan(0)
    expect(page.others).toMatchObject([{ standing: 'business' }])
  })

  test('opens nothing twice, and corrects what was owed where it was reported at another time', async () => {
    const { id } = await burglary()
    const before = await dutiesOf(world, id)
    await bringCrime(world, { number: String(number), reportedAt: '2016-03-24 09:30', unit: 'teamA' })
    expect(await dutiesOf(world, id)).toEqual(before)
    await bringCrime(world, { number: String(number), reportedAt: '2016-03-23 09:30', unit: 'teamA' })
    expect(await ruleOf(id, 'VC03-2015')).toMatchObject([{ due: '2016-04-01 23:59' }])
    expect(Object.keys(await victimsBy(world, String(number)))).toHaveLength(1)
    expect(await ruleOf(id, 'VC02-2015')).toMatchObject([{ met: 'Recorded as a crime, by the records system' }])
  })

  test('reported a day earlier is governed by the code of that day, what was logged on the case included', async () => {
    const assault = { number: String(number), offenceCode: '008/06', offenceClass: '8N', unit: 'teamA' }
    await world.moveTo('2021-04-06T12:00:00Z')
    await bringCrime(world, { ...assault, reportedAt: '2021-04-01 10:00' })
    const [id = ''] = Object.values(await victimsBy(world, String(number)))
    await run('sergeantA', logEvent, { id, kind: 'hearing-fixed', happenedOn: '2021-04-06', happenedTime: '09:00' })
    expect(await owedTo(world, id)).toEqual(['VC01-2020', 'VC03-2020', 'VC06-2020', 'VC21-2020'])
    await bringCrime(world, { ...assault, reportedAt: '2021-03-31 10:00' })
    expect(await owedTo(world, id)).toEqual(['VC01-2015', 'VC03-2015', 'VC06-2015', 'VC21-2015'])
    expect((await run('sergeantA', openVictim, { id })).detail.code).toBe('2015')
  })

  test('of long ago opens nobody: what was owed then was owed elsewhere', async () => {
    await bringCrime(world, { number: String(number), reportedAt: '2016-02-20 09:30', unit: 'teamA' })
    expect(await victimsBy(world, String(number))).toEqual({})
  })

  test('has an outcome by and by: they are told of it, once', async () => {
    const { id } = await burglary()
    await world.moveTo('2016-03-30T12:00:00Z')
    const closed = { outcomeCode: '18', outcomeOn: '2016-03-29' }
    for (let time = 0; time < 2; time++)
      await bringCrime(world, { number: String(number), reportedAt: '2016-03-24 09:30', unit: 'teamA', ...closed })
    expect(await ruleOf(id, 'VC38-2015')).toMatchObject([{ due: '2016-04-05 23:59' }])
  })

  test('whose officer and unit are not known is no open book', async () => {
    await bringCrime(world, { number: String(number), reportedAt: '2016-03-24 09:30', officer: 'PC Nobody' })
    const [id = ''] = Object.values(await victimsBy(world, String(number)))
    await expect(run('officerB', openVictim, { id })).rejects.toThrow(NotFound)
    expect((await run('chief', openVictim, { id })).parts.head.unit).toBe(world.units.force)
  })
})

describe('An arrest', () => {
  test('is told of in five working days, or in one where rights are enhanced', async () => {
    const { id } = await burglary()
    await arrest(id)
    expect(await ruleOf(id, 'VC09-2015')).toMatchObject([{ due: '2016-04-04 23:59' }])
    const other = await burglary(['N2'])
    await enhance(other.id, ['E2:repeated'])
    await arrest(other.id)
    expect(await ruleOf(other.id, 'VC09-2015-E')).toMatchObject([{ due: '2016-03-29 23:59' }])
  })

  test('is told of in time to the last second of the last day, and late a second after', async () => {
    const standing = async (at: string) => {
      const { id } = await burglary()
      await arrest(id)
      const [duty] = await ruleOf(id, 'VC09-2015')
      await world.moveTo(at)
      await contact(id, { duties: duty?.id })
      const shown = await run('sergeantA', showDuty(VICTIM_DUTIES), { id: duty?.id ?? '' })
      await world.moveTo('2016-03-24T12:00:00Z')
      return shown.duty.standing
    }
    expect(await standing('2016-04-04T22:59:59Z')).toBe('met-on-time')
    expect(await standing('2016-04-04T23:00:00Z')).toBe('met-late')
  })

  test('of two is two, each told by itself', async () => {
    const { id } = await burglary()
    await arrest(id)
    await arrest(id)
    const both = await ruleOf(id, 'VC09-2015')
    expect(both).toHaveLength(2)
    await contact(id, { duties: [both[0]?.id] })
    expect((await ruleOf(id, 'VC09-2015')).map(({ met }) => met !== null).toSorted()).toEqual([false, true])
  })

  test('is owed to every victim of the case, whoever logs it', async () => {
    const { byName } = await burglary(['N1', 'N2'])
    const [first = '', second = ''] = Object.values(byName)
    await world.owner('UPDATE record SET unit_id = $2, area_id = NULL WHERE id = $1', [second, world.units.teamB])
    await world.owner('UPDATE victim SET unit_id = $2, area_id = NULL, owner_id = NULL WHERE id = $1', [
      second,
      world.units.teamB,
    ])
    await arrest(first)
    expect(await ruleOf(second, 'VC09-2015')).toHaveLength(1)
    await expect(run('sergeantA', openVictim, { id: second })).rejects.toThrow(NotFound)
    const other = await run('member', openVictim, { id: second })
    expect(other.events.map(({ kind }) => kind)).toContain('suspect-arrested')
    expect(other.owed.find(({ code }) => code === 'VC09')?.unit).toBe('Beech neighbourhoods')
  })

  test('that never happened is owed to nobody, and the reason is kept', async () => {
    const { id } = await burglary()
    const { event } = await arrest(id)
    const [duty] = await ruleOf(id, 'VC09-2015')
    const { cancelled } = await run('sergeantA', voidEvent, { id, event, version: 1, reason: 'Another case' })
    expect(cancelled).toBe(1)
    const shown = await run('sergeantA', showDuty(VICTIM_DUTIES), { id: duty?.id ?? '' })
    expect([shown.duty.standing, shown.cancelled?.reason]).toEqual(['cancelled', 'Another case'])
    await expect(run('sergeantA', voidEvent, { id, event, version: 1, reason: 'Again' })).rejects.toThrow(Conflict)
    await expect(run('sergeantA', voidEvent, { id, event, version: 2, reason: 'Again' })).rejects.toThrow(Invalid)
  })

  test('at another time is worked out anew from there', async () => {
    const { id } = await burglary()
    await world.moveTo('2016-03-30T12:00:00Z')
    const { event } = await arrest(id)
    const moved = { happenedOn: '2016-03-29', happenedTime: '10:00' }
    await run('sergeantA', correctEvent, { id, event, version: 1, ...moved, reason: 'The custody record' })
    expect(await ruleOf(id, 'VC09-2015')).toMatchObject([{ due: '2016-04-05 23:59' }])
    const early = { happenedOn: '2016-03-24', happenedTime: '09:00' }
    await expect(
      run('sergeantA', correctEvent, { id, event, version: 2, ...early, reason: 'r' }),
    ).rejects.toMatchObject({ fields: { happenedOn: 'It must be after the crime was reported (VCT03)' } })
  })

  test('is not logged before it happens', async () => {
    const { id } = await burglary()
    await expect(arrest(id, { happenedOn: '2016-03-25', happenedTime: '09:00' })).rejects.toThrow(Invalid)
  })
})

describe('A contact', () => {
  test('that did not reach them is not told: it meets nothing', async () => {
    const { id } = await burglary()
    const [owed] = await ruleOf(id, 'VC03-2015')
    await expect(contact(id, { result: 'attempted', duties: [owed?.id] })).rejects.toThrow(Invalid)
    await contact(id, { result: 'attempted' })
    expect(await ruleOf(id, 'VC03-2015')).toMatchObject([{ met: null }])
    const page = await run('sergeantA', openVictim, { id })
    expect(page.contacts).toMatchObject([{ result: 'attempted', met: 0 }])
    expect(page.attempts).toBe('Tried once on one day: try again')
    expect(page.detail.toldAt).toBeNull()
  })

  test('meets what was ticked and nothing else, now', async () => {
    const { id } = await burglary()
    const [owed] = await ruleOf(id, 'VC03-2015')
    expect(await contact(id, { duties: [owed?.id] })).toMatchObject({ met: 1 })
    expect(await ruleOf(id, 'VC03-2015')).toMatchObject([{ met: 'Told: telephone' }])
    expect(await owedTo(world, id)).toContain('VC01-2015')
    await expect(contact(id, { duties: [owed?.id] })).rejects.toThrow(Invalid)
  })

  test('meets no referral, nothing of another victim, and nothing that cannot be turned down', async () => {
    const { id } = await burglary()
    const [referral] = await ruleOf(id, 'VC06-2015')
    await expect(contact(id, { duties: [referral?.id] })).rejects.toThrow(Invalid)
    const [owed] = await ruleOf(id, 'VC03-2015')
    await expect(contact(id, { result: 'declined', duties: [owed?.id] })).rejects.toThrow(Invalid)
    const other = await burglary()
    await expect(contact(other.id, { duties: [owed?.id] })).rejects.toThrow(Invalid)
  })

  test('that reaches them first owes an assessment that day, and the next update in 28 days', async () => {
    const { id } = await burglary()
    await contact(id, {})
    expect(await ruleOf(id, 'VC04-2015')).toMatchObject([{ due: '2016-03-24 23:59' }])
    const [update] = await ruleOf(id, 'VC07-2015')
    expect(update).toMatchObject({ due: '2016-04-21 23:59', met: null })
    await world.moveTo('2016-04-20T12:00:00Z')
    await contact(id, { duties: [update?.id] })
    expect((await ruleOf(id, 'VC07-2015')).map(({ due }) => due)).toEqual(['2016-04-21 23:59', '2016-05-18 23:59'])
  })

  test('in which they want no updates owes no more of them', async () => {
    const { id } = await burglary()
    await contact(id, {})
    const [update] = await ruleOf(id, 'VC07-2015')
    await contact(id, { result: 'declined', duties: [update?.id] })
    await contact(id, {})
    expect((await ruleOf(id, 'VC07-2015')).filter(({ met }) => met === null)).toEqual([])
  })

  test('is logged by those who work with victims only, and by nobody out of reach', async () => {
    const { seen: now } = await burglary()
    const log = { ...(await now()), way: 'phone', result: 'told', words: 'w' }
    await expect(run('analyst', logContact, log)).rejects.toThrow(Forbidden)
    await expect(run('officerB', logContact, log)).rejects.toThrow(NotFound)
  })
})

describe('A needs assessment', () => {
  test('upgrades what is open on day 3: one working day from then, and nothing gets longer', async () => {
    const { id } = await burglary()
    await arrest(id)
    await world.moveTo('2016-03-30T15:00:00Z')
    await enhance(id, ['E1:hate', 'E3a:physical'])
    expect(await ruleOf(id, 'VC09-2015-E')).toMatchObject([{ due: '2016-03-31 23:59' }])
    expect(await ruleOf(id, 'VC05-2015-E')).toMatchObject([{ met: 'Enhanced rights' }])
    await world.moveTo('2016-03-31T09:00:00Z')
    await enhance(id, [])
    expect(await ruleOf(id, 'VC09-2015')).toMatchObject([{ due: '2016-03-31 23:59' }])
    const { detail, assessments } = await run('sergeantA', openVictim, { id })
    expect([detail.reasons, detail.enhancedSince]).toEqual([[], null])
    expect(assessments.map(({ reasons }) => reasons)).toEqual([[], ['E1:hate', 'E3a:physical']])
  })

  test('of a business finds no enhanced rights', async () => {
    const { byName } = await burglary(['O1'])
    const [id = ''] = Object.values(byName)
    await expect(enhance(id, ['E1:hate'])).rejects.toThrow(Invalid)
    expect(await enhance(id, [])).toMatchObject({ enhanced: false })
  })
})

describe('Where there is no safe way to reach them', () => {
  test('clocks that may wait stand still, and run on for what is left when there is one', async () => {
    const { id } = await burglary()
    await arrest(id)
    const { stopped } = await run('sergeantA', noSafeContact, { ...(await seen(id)), reason: 'He reads her telephone' })
    expect(stopped).toBe(3)
    expect(await ruleOf(id, 'VC09-2015')).toMatchObject([{ paused: true, due: null }])
    expect(await ruleOf(id, 'VC06-2015')).toMatchObject([{ paused: false }])
    await run('sergeantA', logEvent, { id, kind: 'police-bail', ...ON_THE_DAY })
    expect(await ruleOf(id, 'VC12-2015')).toMatchObject([{ paused: true }])
    const told = await world.owner<{ name: string }>(
      `SELECT a.name FROM notification n JOIN account a ON a.id = n.account_id
      WHERE n.event = 'victim.no-safe-contact' AND n.subject_id = $1`,
      [id],
    )
    expect(told).toEqual([{ name: 'Supt Hale' }])
    await world.moveTo('2016-03-31T12:00:00Z')
    const again = await run('sergeantA', safeAgain, { ...(await seen(id)), words: 'At her sister’s' })
    expect(again.resumed).toBe(4)
    const [duty] = await ruleOf(id, 'VC09-2015')
    expect(duty?.paused).toBe(false)
    expect((duty?.due ?? '') > '2016-04-04 23:59').toBe(true)
  })
})

describe('Others who were harmed', () => {
  test('are added by hand, and owed from then on', async () => {
    const { id } = await burglary()
    await world.moveTo('2016-03-30T12:00:00Z')
    const parent = { crime: String(number), standing: 'parent', name: 'Mrs Okafor' }
    await expect(run('sergeantA', addVictim, parent)).rejects.toThrow(Invalid)
    const [record] = await world.owner<{ reference: string }>('SELECT reference FROM record WHERE id = $1', [id])
    await expect(run('sergeantA', addVictim, { ...parent, forVictim: 'VIC-0000-0000' })).rejects.toMatchObject({
      fields: { forVictim: 'There is no victim with this reference that you may open' },
    })
    const added = await run('sergeantA', addVictim, {
      ...parent,
      forVictim: record?.reference.toLowerCase().replaceAll('-', ' '),
    })
    expect(await ruleOf(added.id, 'VC03-2015')).toMatchObject([{ due: '2016-04-06 23:59' }])
    expect(await ruleOf(added.id, 'VC02-2015')).toMatchObject([{ met: 'Recorded as a crime before they were added' }])
    await arrest(id, { happenedOn: '2016-03-30', happenedTime: '10:00' })
    expect(await ruleOf(added.id, 'VC09-2015')).toHaveLength(1)
    await expect(
      run('sergeantA', addVictim, { crime: 'nothing', standing: 'person', name: 'N' }),
    ).rejects.toMatchObject({ fields: { crime: 'No crime that you may open has this number' } })
  })

  test('wish to hear more often: the next update is owed in the new rhythm', async () => {
    const { id } = await burglary()
    await contact(id, {})
    const wishes = { way: 'text', every: '14', updates: 'yes', times: 'after six', notToTell: 'The neighbours' }
    await run('sergeantA', setWishes, { ...(await seen(id)), ...wishes })
    expect(await ruleOf(id, 'VC07-2015-D14')).toMatchObject([{ due: '2016-04-07 23:59' }])
    expect((await run('sergeantA', openVictim, { id })).detail).toMatchObject({ updateEvery: 14, way: 'text' })
  })

  test('are referred to support, with consent where that is needed', async () => {
    const { id } = await burglary()
    await run('sergeantA', referVictim, { ...(await seen(id)), what: 'sent', service: 'Victims First', words: 'w' })
    expect(await ruleOf(id, 'VC06-2015')).toMatchObject([{ met: 'Referred to victim support' }])
    const other = await burglary()
    await run('sergeantA', assessVictim, { ...(await other.seen()), needs: 'n', flags: ['domestic-abuse'] })
    await expect(
      run('sergeantA', referVictim, { ...(await other.seen()), what: 'agreed', words: 'w' }),
    ).rejects.toThrow(Invalid)
  })
})

describe('The list', () => {
  test('has those in reach who are owed something soonest first, and tells nobody of others', async () => {
    await burglary()
    const mine = await run('sergeantA', listVictims, { of: 'me' })
    const due = mine.victims.map(({ owed }) => owed[0]?.dueAt ?? '9')
    expect(due).toEqual(due.toSorted())
    expect(mine.counts.followed).toBe(mine.total)
    const silent = await run('sergeantA', listVictims, { show: 'silent' })
    expect(silent.victims.every(({ toldAt }) => toldAt === null)).toBe(true)
    const elsewhere = await run('officerB', listVictims, { of: 'all' })
    expect(elsewhere.victims.every(({ area }) => area !== 'Abbey')).toBe(true)
  })
})
