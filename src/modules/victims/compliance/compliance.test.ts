import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { computeMeasure } from '#kernel/measures/compute.ts'
import { freezeMeasure } from '#kernel/measures/freeze.ts'
import { meetDuty } from '#kernel/duties/meet-duty.ts'
import { openDuty } from '#kernel/duties/open-duty.ts'
import { pauseDuty } from '#kernel/duties/pause-duty.ts'
import { supersedeDuty } from '#kernel/duties/replace-duty.ts'
import { resumeDuty } from '#kernel/duties/resume-duty.ts'
import { waiveDuty } from '#kernel/duties/waive-duty.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import { startDownload } from '#platform/operations/run.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { VICTIM_DUTIES } from '../duties/duty-rules.ts'
import { codeTimeliness, complianceMeasures } from './measures/compliance-measures.ts'
import { exportCompliance } from './queries/export-compliance.ts'
import { listComplianceDuties } from './queries/list-compliance-duties.ts'
import { showCompliance } from './queries/show-compliance.ts'
import { asMeasures } from './testing.ts'

const database = withTestDatabase()
let world: World
const run: World['run'] = async (persona, operation, input) =>
  operation.output.parse(await world.run(persona, operation, input))
const [APRIL, MAY] = [getCivilMonth('2016-04'), getCivilMonth('2016-05')]
const REQUEST = { requestId: 'test', purpose: 'a test', origin: 'test' }

async function as<T>(persona: PersonaName, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(world.store, await world.signIn(persona), REQUEST, async (entered) => ({
    value: await work(await entered.open()),
    audit: [],
  }))
}

interface Plan {
  readonly rule?: string
  readonly unit?: 'teamA' | 'teamB'
  readonly countsFrom?: null
  readonly compartment?: number
}

/** Opens a duty to a victim of their own at that moment. */
async function owe(at: string, plan: Plan = {}) {
  const { rule = 'VC09-2015', unit = 'teamA', compartment = null, ...rest } = plan
  await world.moveTo(at)
  const subject = { kind: 'victim', id: randomUUID() }
  const duty = {
    rule,
    subject,
    record: null,
    triggeredBy: 'case-event',
    triggeredAt: new Date(at),
    guards: {
      area: unit === 'teamA' ? world.areas.A1 : world.areas.B1,
      unit: world.units[unit],
      owner: null,
      marking: 'OFFICIAL' as const,
      compartment,
    },
    ...rest,
  }
  const { id } = await as(compartment === null ? 'chief' : 'member', (tx) => openDuty(tx, VICTIM_DUTIES, duty))
  const seen = async () => {
    const [row] = await world.owner<{ version: number }>('SELECT version FROM duty WHERE id = $1', [id])
    return { id, version: row?.version ?? 0 }
  }
  return {
    id,
    duty,
    met: async (moment: string) => {
      await world.moveTo(moment)
      await as('chief', (tx) => meetDuty(tx, { rule, subject, how: 'Told by telephone' }))
    },
    waived: async (moment: string) => {
      await world.moveTo(moment)
      const act = { ...(await seen()), reason: 'Abroad until the trial' }
      await as('chief', (tx) => waiveDuty(tx, VICTIM_DUTIES, act))
    },
    paused: async (moment: string) => {
      await world.moveTo(moment)
      const act = { ...(await seen()), reason: 'No safe contact' }
      await as('chief', (tx) => pauseDuty(tx, VICTIM_DUTIES, act))
    },
    resumed: async (moment: string) => {
      await world.moveTo(moment)
      const act = await seen()
      await as('chief', (tx) => resumeDuty(tx, VICTIM_DUTIES, act))
    },
    replaced: async (moment: string, by: string) => {
      await world.moveTo(moment)
      const next = { ...duty, rule: by, countsFrom: new Date(moment) }
      await as('chief', (tx) => supersedeDuty(tx, VICTIM_DUTIES, id, next, 'Enhanced rights were found'))
    },
  }
}

const MONDAY = '2016-04-04T09:00:00Z'

beforeAll(async () => {
  world = await buildWorld(database(), { at: MONDAY })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'; UPDATE compartment_member SET starts = '2010-01-01'`)
  // An arrest on Monday 4 April is told by the end of Monday 11 April, five working days on.
  await (await owe(MONDAY)).met('2016-04-11T22:59:59Z')
  await (await owe(MONDAY)).met('2016-04-11T23:00:00Z')
  await (await owe(MONDAY)).waived('2016-04-06T09:00:00Z')
  await owe(MONDAY)
  // Paused, and still.
  await (await owe(MONDAY)).paused('2016-04-06T09:00:00Z')
  // Paused over the end of April, and then late in May: the days from 9 May count again.
  const resumed = await owe(MONDAY)
  await resumed.paused('2016-04-06T09:00:00Z')
  await resumed.resumed('2016-05-09T09:00:00Z')
  // Enhanced in mid-clock: one working day from the change, met on it.
  const upgraded = await owe(MONDAY)
  await upgraded.replaced('2016-04-06T09:00:00Z', 'VC09-2015-E')
  await world.moveTo('2016-04-07T10:00:00Z')
  await as('chief', (tx) => meetDuty(tx, { rule: 'VC09-2015-E', subject: upgraded.duty.subject, how: 'Told' }))
  // Due on Friday 15 April, met on the Saturday: late by no working day.
  await (await owe('2016-04-08T17:30:00Z')).met('2016-04-16T10:00:00Z')
  // Across the holiday of 2 May: due on 5 May, met the day before.
  await (await owe('2016-04-27T09:00:00Z')).met('2016-05-04T10:00:00Z')
  // To the end of the day, on both sides of the end of April in London.
  await owe('2016-04-30T09:00:00Z', { rule: 'VC04-2015' })
  await owe('2016-04-30T23:10:00Z', { rule: 'VC04-2015' })
  // At once: done that day; on another day; not at all.
  await (await owe('2016-04-05T09:00:00Z', { rule: 'VC05-2015' })).met('2016-04-05T15:00:00Z')
  await (await owe('2016-04-05T09:00:00Z', { rule: 'VC05-2015' })).met('2016-04-06T09:00:00Z')
  await owe('2016-04-05T09:00:00Z', { rule: 'VC05-2015' })
  // Before a sentence that has no date.
  await owe('2016-04-05T09:00:00Z', { rule: 'VC31-2015', countsFrom: null })
  // Not counted: the prosecutors’; in a compartment; cancelled.
  await owe(MONDAY, { rule: 'VC17-2015' })
  await owe(MONDAY, { compartment: world.compartment })
  const voided = await owe(MONDAY)
  await world.owner(
    `UPDATE duty SET superseded_at = now(), superseded_reason = 'No arrest', superseded_kind = 'voided' WHERE id = $1`,
    [voided.id],
  )
  // The other team: twenty in time.
  for (let i = 0; i < 20; i++) await (await owe(MONDAY, { unit: 'teamB' })).met('2016-04-05T10:00:00Z')
  await world.moveTo('2016-06-06T09:00:00Z')
  for (const measure of complianceMeasures) await asMeasures(world.store, (tx) => computeMeasure(tx, measure))
})
afterAll(() => world.close())

const table = (persona: PersonaName, input: object = {}) => run(persona, showCompliance, { month: APRIL, ...input })
const own = async (input: object = {}) =>
  (await table('sergeantA', { unit: String(world.units.teamA), ...input })).rights

describe('A worked month, counted by hand', () => {
  test('April: one in time to the second, two late, one waived, one overdue, two with a stopped clock', async () => {
    const rights = await own()
    expect(rights[5]?.standard).toEqual({
      inTime: 1,
      owed: 5,
      late: 2,
      waived: 1,
      overdue: 1,
      unknown: 2,
      // One working day, and none over the Saturday.
      medianLate: 0.5,
      kept: 'not-met',
    })
  })

  test('what was replaced counts once, under what took its place: enhanced, in time', async () => {
    expect((await own())[5]?.enhanced).toMatchObject({ inTime: 1, owed: 1, unknown: 0, kept: 'met' })
  })

  test('right 4: needs due on the last of April; at once is in time on the day, unknown on another, or while nothing is recorded', async () => {
    expect((await own())[3]?.standard).toMatchObject({ inTime: 1, owed: 2, overdue: 1, unknown: 2, kept: 'not-met' })
  })

  test('right 7 waits for a sentence without a date: unknown, never met; right 9 owes nothing, which is no hundred per cent', async () => {
    const rights = await own()
    expect(rights[6]?.standard).toMatchObject({ owed: 0, unknown: 1, kept: 'unknown' })
    expect(rights[8]?.standard).toMatchObject({ owed: 0, unknown: 0, kept: 'nothing-owed' })
  })

  test('May: what was resumed fell due then; what waited over the holiday was in time; a clock that stands still is unknown again', async () => {
    const rights = await own({ month: MAY })
    expect(rights[5]?.standard).toMatchObject({ inTime: 1, owed: 2, overdue: 1, unknown: 1 })
    expect(rights[3]?.standard).toMatchObject({ owed: 1, overdue: 1, unknown: 0 })
    // Both months together.
    expect((await own({ month: MAY, period: '3' }))[5]?.standard).toMatchObject({ inTime: 2, owed: 7, unknown: 3 })
  })

  test('by rule of the right that is asked for', async () => {
    const { rules } = await table('sergeantA', { unit: String(world.units.teamA), right: '4' })
    expect(rules.map(({ rule, standard }) => [rule, standard.owed, standard.unknown])).toEqual([
      ['VC04', 1, 0],
      ['VC05', 1, 2],
    ])
  })
})

describe('VC-TIMELY', () => {
  test('is the same, by month, for the force, the policing area and the team; prosecutors, compartments and the cancelled left out', async () => {
    const rows = await world.owner(
      `SELECT area_id AS area, unit_id AS unit, numerator, denominator, unknown FROM measure_value
      WHERE measure = 'VC-TIMELY' AND month = '2016-04-01' ORDER BY area_id NULLS FIRST, unit_id NULLS FIRST`,
    )
    const { areas, units } = world
    const teamA = { numerator: 3, denominator: 8, unknown: 5 }
    const teamB = { numerator: 20, denominator: 20, unknown: 0 }
    expect(rows).toEqual([
      { area: null, unit: null, numerator: 23, denominator: 28, unknown: 5 },
      { area: null, unit: units.teamA, ...teamA },
      { area: null, unit: units.teamB, ...teamB },
      { area: areas.A, unit: null, ...teamA },
      { area: areas.B, unit: null, ...teamB },
    ])
  })

  test('of one rule: needs assessed', async () => {
    const rows = await world.owner(
      `SELECT numerator, denominator FROM measure_value WHERE measure = 'VC-NEEDS' AND month = '2016-04-01' AND unit_id IS NULL AND area_id IS NULL`,
    )
    expect(rows).toEqual([{ numerator: 0, denominator: 1 }])
  })

  test('is frozen as evidence, opens its duties, and gives them for a sample', async () => {
    const id = await as('chief', (tx) =>
      freezeMeasure(tx, codeTimeliness, { month: APRIL, purpose: 'finding', subject: null }),
    )
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(codeTimeliness.rowsAt({ month: APRIL, area: null, unit: 7 })).toBe(
      '/victims/compliance/duties?month=2016-04&unit=7',
    )
    expect(await asMeasures(world.store, async (tx) => codeTimeliness.population?.(tx, APRIL))).toHaveLength(28)
  })

  test('the same again changes nothing', async () => {
    const kept = () => world.owner('SELECT * FROM victim_compliance ORDER BY month, rule, area_id, unit_id, marking')
    const before = await kept()
    await asMeasures(world.store, (tx) => computeMeasure(tx, codeTimeliness))
    expect(await kept()).toEqual(before)
  })
})

describe('Who sees how the code is kept', () => {
  test('of the force, small numbers are withheld, whoever asks; the measure’s own teams beside it', async () => {
    const model = await table('chief')
    expect(model.published).toBe(true)
    expect(model.rights[5]?.enhanced).toMatchObject({ inTime: 'withheld', kept: 'withheld' })
    expect(model.rights[3]?.standard).toMatchObject({ inTime: 'withheld', owed: 'withheld' })
    const { teams } = await table('sergeantA')
    expect(teams).toEqual(model.teams)
    expect(teams.find(({ id }) => id === world.units.teamA)).toMatchObject({ inTime: 'withheld', owed: 'withheld' })
    expect(teams.find(({ id }) => id === world.units.teamB)).toMatchObject({ inTime: 'withheld', owed: 'withheld' })
  })

  test('of a team or an area, whoever covers it whole, as it is; nobody else', async () => {
    const { units, areas } = world
    expect((await table('commanderA', { area: String(areas.A) })).rights[5]?.standard).toMatchObject({ owed: 5 })
    expect((await table('analyst', { unit: String(units.teamB) })).rights[5]?.standard).toMatchObject({ owed: 20 })
    for (const place of [{ unit: String(units.teamB) }, { area: String(areas.A) }, { area: String(areas.B) }])
      await expect(table('sergeantA', place)).rejects.toBeInstanceOf(NotFound)
    expect((await table('sergeantA')).units.map(({ id }) => id)).toEqual([units.teamA])
    expect((await table('chief')).areas.map(({ id }) => id)).toEqual([areas.A, areas.B])
  })

  test('nobody who neither leads nor accounts for it', async () => {
    for (const who of ['officerB', 'auditor', 'visitingInspector', 'partner'] as const)
      await expect(table(who)).rejects.toBeInstanceOf(Forbidden)
  })

  test('what is counted of other teams is in no row that a sergeant reads', async () => {
    const units = await as(
      'sergeantA',
      async (tx) =>
        (await tx.client.query<{ unit: number }>('SELECT DISTINCT unit_id AS unit FROM victim_compliance')).rows,
    )
    expect(units).toEqual([{ unit: world.units.teamA }])
  })
})

describe('The duties behind a number', () => {
  const rows = (persona: PersonaName, input: object) => run(persona, listComplianceDuties, { month: APRIL, ...input })

  test('are as many as it says, of each way in which they were kept', async () => {
    const cell = { right: '6', side: 'standard', unit: String(world.units.teamA) }
    const totals = await Promise.all(
      ['in-time', 'owed', 'late', 'waived', 'overdue', 'unknown'].map(
        async (how) => (await rows('sergeantA', { ...cell, how })).total,
      ),
    )
    expect(totals).toEqual([1, 5, 2, 1, 1, 2])
    const { duties } = await rows('sergeantA', { ...cell, how: 'waived' })
    expect(duties).toMatchObject([{ rule: 'VC09-2015', standing: 'waived' }])
  })

  test('are those that the reader may open, and no others', async () => {
    expect((await rows('chief', { rule: 'VC09' })).total).toBe(26)
    expect((await rows('sergeantA', { rule: 'VC09' })).total).toBe(6)
    expect(await rows('sergeantA', { unit: String(world.units.teamB) })).toMatchObject({ total: 0, duties: [] })
    expect((await rows('officerB', { unit: String(world.units.teamA) })).total).toBe(0)
  })

  test('are written down as read', async () => {
    const { duties } = await rows('sergeantA', { right: '6', how: 'late' })
    const read = await world.owner<{ id: string }>(
      `SELECT DISTINCT s.subject AS id FROM audit_subject s JOIN audit_event e ON e.at = s.at AND e.id = s.audit_id
      WHERE e.event = 'victim.compliance-duties-listed' AND s.kind = 'duty' AND s.subject = ANY ($1::text[])`,
      [duties.map(({ id }) => id)],
    )
    expect(read).toHaveLength(2)
  })
})

describe('The file for the commissioner', () => {
  const take = async (who: PersonaName, input: object) => {
    const file = await startDownload(world.store, exportCompliance, {
      who: await world.signIn(who),
      request: { requestId: randomUUID(), origin: 'test' },
      input,
    })
    const lines: string[] = []
    for await (const line of createInterface({ input: file.body })) lines.push(line.replace('\uFEFF', ''))
    return { name: file.fileName, lines }
  }

  test('has counts by right and by team, the marking first, how it was counted, and nothing that is withheld on the page', async () => {
    const { name, lines } = await take('chief', { month: APRIL })
    expect(name).toBe('OFFICIAL victims’ code, April 2016.csv')
    expect(lines[0]).toBe('OFFICIAL')
    expect(lines.filter((line) => /^(")?Right \d/.test(line))).toHaveLength(24)
    expect(lines.some((line) => line.startsWith('Team: Abbey neighbourhoods,both,withheld,withheld'))).toBe(true)
    // What is withheld stands nowhere: the two late of right 6, the three in time of the team.
    expect(lines.some((line) => /,(2|3|4),/.test(line))).toBe(false)
  })

  test('of several months; not of a month that is not counted, nor for whoever may not see the page', async () => {
    expect((await take('analyst', { month: MAY, period: '3' })).name).toBe(
      'OFFICIAL victims’ code, March 2016 to May 2016.csv',
    )
    await expect(take('chief', { month: '2001-01' })).rejects.toMatchObject({ fields: { month: expect.any(String) } })
    await expect(take('officerB', { month: APRIL })).rejects.toBeInstanceOf(Forbidden)
  })
})
