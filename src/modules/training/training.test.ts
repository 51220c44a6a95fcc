import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { openAccount } from '#kernel/organisation/account/open.ts'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors/errors.ts'
import { showConsistency } from '#modules/problem-solving/queries/show-consistency.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { recordTraining } from './commands/record-training.ts'
import { withdrawTraining } from './commands/withdraw-training.ts'
import { trainingCurrency } from './measures/currency.ts'
import { beginRecord } from './queries/begin-record.ts'
import { listTraining } from './queries/list-training.ts'
import { openHolding } from './queries/open-holding.ts'
import { openPerson } from './queries/open-person.ts'

const database = withTestDatabase()
let world: World
/** Two constables of the sergeant’s own team, by name. */
let constables: readonly [adams: string, brown: string]
const run: World['run'] = async (persona, operation, input) =>
  operation.output.parse(await world.run(persona, operation, input))

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  constables = [await addConstable('PC Adams'), await addConstable('PC Brown')]
})
afterAll(() => world.close())

async function addConstable(name: string): Promise<string> {
  const [row] = await world.owner<{ id: string }>(
    `INSERT INTO account (id, issuer, subject, principal, agency_id, name)
    VALUES (gen_random_uuid(), 'test', $1, 'staff', $2, $1) RETURNING id`,
    [name, world.agencies.force],
  )
  await world.addPosting({ account: row?.id ?? '', title: 'Constable, Abbey' })
  return row?.id ?? ''
}

const COURSE = {
  competence: 'problem-solving',
  gainedOn: '2026-11-20',
  course: 'Two days at headquarters, certificates seen',
}
const record = (who: PersonaName, people: readonly string[], more: object = {}) =>
  run(who, recordTraining, { ...COURSE, people, ...more })
const accountOf = (persona: PersonaName) => world.personas[persona].account
const standing = async (who: PersonaName, id: string) => (await run(who, openPerson, { id })).standings[0]?.standing
const newest = async (who: PersonaName, id: string) => (await run(who, openPerson, { id })).holdings[0]?.id ?? ''

describe('A course', () => {
  test('is recorded by a sergeant for several of their team at once, and lasts two years', async () => {
    const { expiresOn } = await record('sergeantA', constables)
    expect(expiresOn).toBe('2028-11-20')
    for (const id of constables)
      expect(await run('sergeantA', openPerson, { id })).toMatchObject({
        records: true,
        standings: [{ name: 'Problem-solving', standing: 'current', until: '2028-11-20' }],
        holdings: [{ gainedOn: '2026-11-20', course: COURSE.course, recordedBy: 'PS Ellis', withdrawn: null }],
      })
  })

  test('lies not ahead, and not before 2010', async () => {
    const [adams] = constables
    await expect(record('sergeantA', [adams], { gainedOn: '2026-11-24' })).rejects.toMatchObject({
      fields: { gainedOn: expect.stringContaining('today or in the past') },
    })
    await expect(record('sergeantA', [adams], { gainedOn: '2009-12-31' })).rejects.toMatchObject({
      fields: { gainedOn: expect.stringContaining('2010 or later') },
    })
  })

  test('is recorded once for a day, and for nobody where one of them cannot be', async () => {
    const [adams, brown] = constables
    await expect(record('sergeantA', constables)).rejects.toMatchObject({
      fields: { people: 'Recorded already for that day: PC Adams, PC Brown' },
    })
    await record('sergeantA', [adams], { gainedOn: '2024-01-31' })
    await expect(record('sergeantA', [brown, adams], { gainedOn: '2024-01-31' })).rejects.toMatchObject({
      fields: { people: 'Recorded already for that day: PC Adams' },
    })
    expect((await run('sergeantA', openPerson, { id: brown })).holdings).toHaveLength(1)
  })

  test('is recorded for nobody out of reach, nobody unknown, and never for oneself', async () => {
    for (const id of [accountOf('officerB'), accountOf('commanderA'), '00000000-0000-4000-8000-000000000000'])
      await expect(record('sergeantA', [id])).rejects.toMatchObject({
        fields: { people: expect.stringContaining('no colleague whom you supervise') },
      })
    await expect(record('sergeantA', [accountOf('sergeantA')])).rejects.toMatchObject({
      fields: { people: expect.stringContaining('TRN04') },
    })
    await expect(record('administrator', [accountOf('partner')])).rejects.toMatchObject({
      fields: { people: expect.stringContaining('no colleague') },
    })
    await expect(record('sergeantA', [])).rejects.toMatchObject({ fields: { people: 'Choose whom it was for' } })
    await expect(record('officerB', [accountOf('member')])).rejects.toBeInstanceOf(Forbidden)
  })

  test('is offered for those whom one supervises, and for nobody else', async () => {
    const names = async (who: PersonaName, unit: number) =>
      (await run(who, beginRecord, { unit: String(unit) })).people.map(({ name }) => name)
    expect(await names('sergeantA', world.units.teamA)).toEqual(['PC Adams', 'PC Brown'])
    expect(await names('sergeantA', world.units.teamB)).toEqual([])
    // Those of the units below; nobody for themselves; nobody who has left.
    expect(await names('commanderA', world.units.A)).toEqual(['PC Adams', 'PC Brown', 'PS Ellis'])
    expect(await run('commanderA', beginRecord, { person: accountOf('sergeantA') })).toMatchObject({
      people: [{ name: 'PS Ellis', post: 'Sergeant, Abbey', unitName: 'Abbey neighbourhoods' }],
    })
    await expect(run('sergeantA', beginRecord, { person: accountOf('officerB') })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('What somebody is trained in', () => {
  test('is seen by themselves, without leave to change it, and by those who lead them', async () => {
    await record('chief', [accountOf('officerB')], { gainedOn: '2025-01-15' })
    const own = await run('officerB', openPerson, { id: accountOf('officerB') })
    expect(own).toMatchObject({
      own: true,
      records: false,
      standings: [{ standing: 'lapsing', until: '2027-01-15' }],
      holdings: [{ recordedBy: 'CC Ward' }],
    })
    expect(await standing('chief', accountOf('officerB'))).toBe('lapsing')
    expect(await standing('administrator', accountOf('officerB'))).toBe('lapsing')
  })

  test('does not exist for colleagues beside them, sergeants elsewhere, analysts and guests', async () => {
    for (const who of ['member', 'sergeantA', 'commanderA', 'analyst', 'auditor', 'inspectionLead'] as const)
      await expect(run(who, openPerson, { id: accountOf('officerB') })).rejects.toBeInstanceOf(NotFound)
    for (const who of ['visitingInspector', 'partner'] as const)
      await expect(run(who, openPerson, { id: accountOf('officerB') })).rejects.toBeInstanceOf(Forbidden)
  })

  test('stands on their page among colleagues, for the same readers only', async () => {
    const id = accountOf('officerB')
    expect((await run('officerB', openAccount, { id })).training).toMatchObject([{ standing: 'lapsing' }])
    expect((await run('chief', openAccount, { id })).training).toMatchObject([{ standing: 'lapsing' }])
    expect((await run('member', openAccount, { id })).training).toBeNull()
  })
})

describe('What was recorded', () => {
  test('is taken back with the reason, once, and counts for no day; it can then be recorded anew', async () => {
    const [, brown] = constables
    const id = await newest('sergeantA', brown)
    expect(await run('sergeantA', openHolding, { id })).toMatchObject({ name: 'PC Brown', holding: { account: brown } })
    await expect(run('sergeantA', withdrawTraining, { id, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
    await run('sergeantA', withdrawTraining, { id, reason: 'He was ill that day' })
    await expect(run('sergeantA', withdrawTraining, { id, reason: 'Again' })).rejects.toBeInstanceOf(Conflict)
    const open = await run('commanderA', openPerson, { id: brown })
    expect(open.standings).toMatchObject([{ standing: 'never', until: null }])
    expect(open.holdings).toMatchObject([{ withdrawn: { by: 'PS Ellis', reason: 'He was ill that day' } }])
    await record('sergeantA', [brown])
    expect(await standing('sergeantA', brown)).toBe('current')
  })

  test('is taken back by nobody out of reach, nor by oneself', async () => {
    await record('commanderA', [accountOf('sergeantA')], { gainedOn: '2023-05-31' })
    const own = await newest('sergeantA', accountOf('sergeantA'))
    await expect(run('sergeantA', withdrawTraining, { id: own, reason: 'x' })).rejects.toMatchObject({ rule: 'TRN04' })
    const beyond = await newest('chief', accountOf('officerB'))
    await expect(run('sergeantA', withdrawTraining, { id: beyond, reason: 'x' })).rejects.toBeInstanceOf(NotFound)
    await expect(run('sergeantA', openHolding, { id: beyond })).rejects.toBeInstanceOf(NotFound)
    expect(await standing('chief', accountOf('officerB'))).toBe('lapsing')
  })
})

describe('The list', () => {
  const names = async (who: PersonaName, filter: object = {}) =>
    (await run(who, listTraining, filter)).people.map(({ name, standing: stands }) => `${name}: ${stands}`)

  test('is of officers and staff of neighbourhood teams, as far as one leads them; or of oneself', async () => {
    const team = ['PS Ellis: lapsed', 'PC Adams: current', 'PC Brown: current']
    expect(await names('sergeantA')).toEqual(team)
    expect(await names('commanderA')).toEqual(team)
    // Those who need something first.
    expect(await names('chief')).toEqual([
      'PS Ellis: lapsed',
      'PC Okoro: lapsing',
      'DC Rees: never',
      'PC Adams: current',
      'PC Brown: current',
    ])
    expect(await names('officerB')).toEqual(['PC Okoro: lapsing'])
    expect(await names('analyst')).toEqual([])
  })

  test('says how many stand how, and how many more there are, and no name of those', async () => {
    const { areas } = world
    const model = await run('chief', listTraining, { standing: 'lapsing' })
    expect(model.standings).toEqual({ lapsed: 1, lapsing: 1, never: 1, current: 2 })
    expect(model).toMatchObject({ total: 1, people: [{ name: 'PC Okoro', areaName: 'Barton' }], hidden: null })
    expect(await run('officerB', listTraining, { area: String(areas.B) })).toMatchObject({ total: 1, hidden: 1 })
    expect(await run('commanderA', listTraining, { area: String(areas.B) })).toMatchObject({ total: 0, hidden: 2 })
    expect(await run('commanderA', listTraining, { area: String(areas.A1) })).toMatchObject({ total: 3, hidden: 0 })
    expect(await run('commanderA', listTraining, { unit: String(world.units.A) })).toMatchObject({
      total: 0,
      hidden: 0,
    })
  })

  test('tells how it stood at the end of a month', async () => {
    // PS Ellis: to 31 May 2025. Of PC Adams there was the course of January 2024.
    expect(await names('commanderA', { month: '2025-05' })).toEqual([
      'PS Ellis: lapsing',
      'PC Brown: never',
      // Who has left since was of the team then.
      'PC Gone: never',
      'PC Adams: current',
    ])
    expect(await names('commanderA', { month: '2025-06' })).toContainEqual('PS Ellis: lapsed')
    expect((await run('commanderA', listTraining, { month: '2030-01' })).day).toBe('2026-11-23')
  })
})

describe('Consistency', () => {
  test('sets current training against the people of the area, for those who may see whose it is', async () => {
    const { areas } = await run('chief', showConsistency, {})
    const training = new Map(areas.map((area) => [area.id, area.training]))
    expect(training.get(world.areas.A)).toEqual({ count: 2, of: 3, unknown: 0 })
    expect(training.get(world.areas.B)).toEqual({ count: 1, of: 2, unknown: 0 })
    expect((await run('commanderA', showConsistency, {})).areas).toMatchObject([{ training: { count: 2, of: 3 } }])
    for (const who of ['analyst', 'inspectionLead'] as const)
      expect((await run(who, showConsistency, {})).areas.map((area) => area.training)).toEqual([null, null])
  })
})

describe('TRN-CURRENT', () => {
  const computed = async (from: string, to: string) =>
    transaction(
      world.store,
      { reader: systemReader('system:measures') },
      { requestId: 'm', origin: 'test', purpose: 'measures' },
      async (entered) => ({
        value: await trainingCurrency.compute(await entered.open(), getCivilMonth(from), getCivilMonth(to)),
        audit: [],
      }),
    )

  test('counts everybody once, by month, in the force, the policing area and the unit', async () => {
    // A second posting of the same person in the same area.
    await world.addPosting({ account: constables[0], title: 'Beat manager, Abbey' })
    const { values, sourceAt } = await computed('2026-11', '2026-12')
    const { areas, units } = world
    const now = { month: '2026-11', unknown: 0 }
    expect(values).toEqual([
      { ...now, area: null, unit: null, numerator: 3, denominator: 5 },
      { ...now, area: null, unit: units.teamA, numerator: 2, denominator: 3 },
      { ...now, area: null, unit: units.teamB, numerator: 1, denominator: 2 },
      { ...now, area: areas.A, unit: null, numerator: 2, denominator: 3 },
      { ...now, area: areas.B, unit: null, numerator: 1, denominator: 2 },
    ])
    expect(sourceAt?.toISOString()).toBe('2026-11-23T12:00:00.000Z')
  })

  test('is that of the last day of a month, and nothing before the first course that is known', async () => {
    const force = async (month: string) => (await computed(month, month)).values.find(({ area, unit }) => area === unit)
    expect(await force('2025-05')).toMatchObject({ numerator: 3 })
    expect(await force('2025-06')).toMatchObject({ numerator: 2 })
    expect(await force('2023-05')).toMatchObject({ numerator: 1 })
    expect(await force('2023-04')).toBeUndefined()
  })

  test('opens the people behind a figure', async () => {
    const at = { month: getCivilMonth('2025-06'), area: world.areas.A, unit: null }
    expect(trainingCurrency.rowsAt(at)).toBe(`/training?competence=problem-solving&month=2025-06&area=${world.areas.A}`)
  })
})
