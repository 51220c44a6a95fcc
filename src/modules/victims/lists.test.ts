import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { showPatchWith } from '#modules/communities/queries/patch.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { bringCrime, dutiesOf, owedTo, victimsBy } from '../../../test/world/victims.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { logContact } from './commands/log-contact.ts'
import { logCourtEvent } from './commands/log-court-event.ts'
import { logEvent } from './commands/log-event.ts'
import { noSafeContact } from './commands/no-safe-contact.ts'
import { setWishes } from './commands/set-wishes.ts'
import { listVictims } from './queries/list-victims.ts'
import { victimsOnPatches } from './queries/on-patch.ts'
import { showCourt } from './queries/show-court.ts'
import { showTeam } from './queries/show-team.ts'

const database = withTestDatabase()
let world: World
let run: World['run']
let number = 43160005000

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-03-24T12:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'`)
  // Somebody of witness care, for the whole force.
  await world.owner(`UPDATE posting SET roles = '{witness-care}' WHERE account_id = $1`, [
    world.personas.analyst.account,
  ])
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())
beforeEach(() => world.moveTo('2016-03-24T12:00:00Z'))

async function burglary(victims: readonly string[] = ['N1']) {
  number += 1
  await bringCrime(world, { number: String(number), reportedAt: '2016-03-24 09:30', victims, unit: 'teamA' })
  const byName = await victimsBy(world, String(number))
  const [id = ''] = Object.values(byName)
  return { id, number: String(number), all: Object.values(byName) }
}

async function seen(id: string) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  return { id, version: row?.version ?? 0 }
}

const COURT = { happenedOn: '2016-03-24', happenedTime: '10:00' }
const court = (more: object) => run('analyst', logCourtEvent, { ...COURT, kind: 'hearing-fixed', ...more })

describe('An officer’s list', () => {
  test('has their own and their team’s first, those owed soonest first, with what must be said and how they are reached', async () => {
    const { id } = await burglary()
    const wishes = { way: 'text', every: '28', updates: 'yes', times: 'After six', notToTell: 'The neighbours' }
    await run('sergeantA', setWishes, { ...(await seen(id)), ...wishes })
    const { victims, filter } = await run('sergeantA', listVictims, {})
    expect(filter).toEqual({ of: 'ours', show: 'all' })
    const one = victims.find((victim) => victim.id === id)
    expect(one).toMatchObject({
      way: 'text',
      times: 'After six',
      notToTell: 'The neighbours',
      reasons: [],
      attempts: '',
    })
    expect(one?.owed.map(({ code }) => code)).toEqual(['VC06', 'VC01', 'VC03'])
    expect(one?.owed[1]?.say[0]).toMatch(/report/)
    const first = victims.map(({ owed }) => owed.find(({ dueAt }) => dueAt !== null)?.dueAt ?? '9')
    expect(first).toEqual(first.toSorted())
  })

  test('counts what is overdue from the second after it was due, and filters by it', async () => {
    const { id } = await burglary()
    await world.moveTo('2016-03-30T22:59:59Z')
    const before = await run('sergeantA', listVictims, { show: 'overdue' })
    expect(before.victims.map((victim) => victim.id)).not.toContain(id)
    await world.moveTo('2016-03-30T23:00:00Z')
    const after = await run('sergeantA', listVictims, { show: 'overdue' })
    expect(after.victims.map((victim) => victim.id)).toContain(id)
    expect(after.total).toBe(after.counts.overdue)
  })

  test('says how often they were tried since they were told, and that a paused one is not to be contacted', async () => {
    const { id } = await burglary()
    const tried = { way: 'phone', result: 'attempted', words: '' }
    await run('sergeantA', logContact, { ...(await seen(id)), ...tried })
    await run('sergeantA', logContact, { ...(await seen(id)), ...tried })
    const find = async (show: string) =>
      (await run('sergeantA', listVictims, { show })).victims.find((victim) => victim.id === id)
    expect((await find('silent'))?.attempts).toBe('Tried twice on one day: try again')
    await run('sergeantA', noSafeContact, { ...(await seen(id)), reason: 'He answers' })
    expect((await find('unsafe'))?.noSafeContactSince).toBe('2016-03-24T12:00:00.000Z')
  })

  test('shows nobody of another unit’s, nor counts them', async () => {
    const { id } = await burglary()
    const all = await run('officerB', listVictims, { of: 'all' })
    expect(all.victims.map((victim) => victim.id)).not.toContain(id)
    expect(all.counts.followed).toBe(all.total)
  })
})

describe('A contact in three taps', () => {
  test('needs no words: what was ticked says it', async () => {
    const { id } = await burglary()
    const [first] = (await dutiesOf(world, id)).filter(({ rule }) => rule.startsWith('VC03'))
    await run('sergeantA', logContact, { ...(await seen(id)), way: 'phone', result: 'told', duties: first?.id })
    const [kept] = await world.owner<{ words: string }>('SELECT words FROM victim_contact WHERE victim_id = $1', [id])
    expect(kept?.words).toMatch(/Give written information/)
    expect(await owedTo(world, id)).not.toContain('VC03-2015')
    await expect(
      run('sergeantA', logContact, { ...(await seen(id)), way: 'phone', result: 'no-safe-contact' }),
    ).rejects.toMatchObject({ fields: { words: 'Say why there is no safe way to reach them (VCT21)' } })
  })
})

describe('A sergeant’s page', () => {
  test('has what is overdue by who has it, those with most of it first, and who is paused for how long', async () => {
    const { id } = await burglary()
    const paused = await burglary()
    await run('sergeantA', noSafeContact, { ...(await seen(paused.id)), reason: 'He answers' })
    await world.moveTo('2016-04-05T12:00:00Z')
    const page = await run('sergeantA', showTeam, {})
    const own = page.loads.find(({ owner }) => owner === world.personas.sergeantA.account)
    expect(own?.victims.map((victim) => victim.id)).toContain(id)
    expect(own?.overdue).toBeGreaterThan(2)
    const overdue = page.loads.map((load) => load.overdue)
    expect(overdue).toEqual(overdue.toSorted((a, b) => b - a))
    expect(page.paused.find((one) => one.id === paused.id)).toMatchObject({
      reason: 'He answers',
      since: '2016-03-24T12:00:00.000Z',
    })
  })

  test('has what was waived, by whom and why', async () => {
    const { id } = await burglary()
    const [duty] = await dutiesOf(world, id)
    await world.owner(
      `UPDATE duty SET waived_at = $2, waived_by = $3, waived_rank = 'Superintendent', waived_reason = 'r'
      WHERE id = $1`,
      [duty?.id, '2016-03-24T11:00:00Z', world.personas.commanderA.account],
    )
    const { waivers } = await run('sergeantA', showTeam, {})
    expect(waivers).toMatchObject([{ duty: duty?.id, victim: id, reason: 'r', rank: 'Superintendent' }])
    await world.moveTo('2016-04-22T12:00:00Z')
    expect((await run('sergeantA', showTeam, {})).waivers).toEqual([])
  })

  test('is for those who supervise, and of their own units', async () => {
    await burglary()
    await expect(run('officerB', showTeam, {})).rejects.toThrow(Forbidden)
    await world.moveTo('2016-04-05T12:00:00Z')
    const commander = await run('commanderA', showTeam, {})
    expect(commander.waiting).toBeGreaterThan(0)
  })
})

describe('Witness care', () => {
  test('logs a hearing by the number of the case, and every victim of it is to be told', async () => {
    const { number: crime, all } = await burglary(['N1', 'N2'])
    const logged = await court({ crime, courtOn: '2016-04-20', courtTime: '09:30', details: 'Abbey court' })
    expect([...logged.victims].toSorted()).toEqual(all.toSorted())
    for (const id of all) expect(await owedTo(world, id)).toContain('VC21-2015')
    const page = await run('analyst', showCourt, {})
    expect(page.toCome.find(({ id }) => id === logged.event)).toMatchObject({
      number: crime,
      takesPlaceAt: '2016-04-20T08:30:00.000Z',
      details: 'Abbey court',
      owed: 2,
      open: 2,
    })
    expect(page.toTell.map(({ id }) => id)).toEqual(expect.arrayContaining(all))
    expect(page.toTell.find(({ id }) => id === all[0])?.owed.map(({ code }) => code)).toEqual(['VC21'])
    const [duty] = (await dutiesOf(world, all[0] ?? '')).filter(({ rule }) => rule.startsWith('VC21'))
    const told = { way: 'phone', result: 'told', duties: duty?.id }
    await run('analyst', logContact, { ...(await seen(all[0] ?? '')), ...told })
    const after = await run('analyst', showCourt, {})
    expect(after.recent.find(({ id }) => id === logged.event)).toMatchObject({ owed: 2, open: 1 })
    expect(after.toTell.map(({ id }) => id)).not.toContain(all[0])
  })

  test('says whom it is about where that is one of several', async () => {
    const { number: crime, all } = await burglary(['N1', 'N2'])
    const must = { crime, kind: 'must-give-evidence' }
    await expect(court(must)).rejects.toMatchObject({ fields: { about: expect.stringMatching(/VIC-\S+, VIC-\S+$/) } })
    const [row] = await world.owner<{ reference: string }>('SELECT reference FROM record WHERE id = $1', [all[1]])
    const { victims } = await court({ ...must, about: row?.reference.toLowerCase() })
    expect(victims).toEqual([all[1]])
    expect(await owedTo(world, all[0] ?? '')).not.toContain('VC26-2015')
    expect(await owedTo(world, all[1] ?? '')).toContain('VC26-2015')
  })

  test('is told where a case, a day or a victim is not there, and nothing is kept', async () => {
    const { number: crime } = await burglary()
    await expect(court({ crime: '99999' })).rejects.toThrow(Invalid)
    await expect(court({ crime, kind: 'verdict-or-sentence', courtOn: '2016-04-20' })).rejects.toThrow(Invalid)
    await expect(court({ crime, courtTime: '09:30' })).rejects.toThrow(Invalid)
    await expect(court({ crime, happenedOn: '2016-03-25' })).rejects.toThrow(Invalid)
    const unknown = await world.addOccurrence()
    await expect(court({ crime: String(unknown) })).rejects.toMatchObject({
      fields: { crime: expect.stringMatching(/No victim of this case/) },
    })
    const kept = await world.owner(
      `SELECT FROM case_event e JOIN occurrence o ON o.id = e.occurrence_id WHERE o.external_reference = $1
        AND e.kind <> 'crime-reported'`,
      [crime],
    )
    expect(kept).toHaveLength(0)
  })

  test('alone has these', async () => {
    await expect(run('sergeantA', showCourt, {})).rejects.toThrow(Forbidden)
    await expect(run('officerB', logCourtEvent, { ...COURT, crime: '1', kind: 'warrant' })).rejects.toThrow(Forbidden)
  })
})

describe('A patch', () => {
  const showPatch = showPatchWith(victimsOnPatches)
  const onPatch = async (persona: 'sergeantA' | 'officerB') => (await run(persona, showPatch, {})).patch?.others[0]

  test('has the victims to whom something is owed by tonight, and no others', async () => {
    const { id } = await burglary()
    // Of all that is owed here, this alone is on the patch.
    await world.owner('UPDATE duty SET area_id = CASE record_id WHEN $1 THEN $2::bigint END', [id, world.areas.A1])
    expect((await onPatch('sergeantA'))?.rows.map((row) => row.id)).not.toContain(id)
    await run('sergeantA', logEvent, { id, kind: 'suspect-arrested', happenedOn: '2016-03-24', happenedTime: '11:00' })
    await world.moveTo('2016-03-30T12:00:00Z')
    const card = await onPatch('sergeantA')
    expect(card?.rows.find((row) => row.id === id)).toMatchObject({
      href: `/victims/${id}`,
      words: expect.stringMatching(/support/),
      dueAt: '2016-03-30T22:59:59.000Z',
    })
    expect((await onPatch('officerB'))?.rows.map((row) => row.id)).not.toContain(id)
  })
})
