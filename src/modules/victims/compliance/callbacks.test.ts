import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { openVictim } from '../queries/open-victim.ts'
import { drawCallbacks } from './commands/draw-callbacks.ts'
import { recordFeedback } from './commands/record-feedback.ts'
import { readSaid } from './queries/said.ts'
import { showCallbacks } from './queries/show-callbacks.ts'
import { drawByLot } from './rules/vco08-draw.ts'

const database = withTestDatabase()
let world: World
let told: readonly string[]
const run: World['run'] = async (persona, operation, input) =>
  operation.output.parse(await world.run(persona, operation, input))
const APRIL = getCivilMonth('2016-04')

/** A victim of team A, or of another, who had such a contact at that moment. */
async function victim(at: string, plan: { unit?: 'teamA' | 'teamB'; result?: string; compartment?: number } = {}) {
  const { unit = 'teamA', result = 'told', compartment = null } = plan
  const occurrence = await world.addOccurrence()
  const [id, by] = [randomUUID(), world.personas.sergeantA.account]
  const guards = [unit === 'teamA' ? world.areas.A1 : world.areas.B1, world.units[unit], compartment]
  await world.owner(
    `INSERT INTO record (id, kind, reference, title, stage, area_id, unit_id, compartment_id, opened_by, opened_at)
    VALUES ($1::uuid, 'victim', 'VIC-' || left($1::uuid::text, 8), 'Burglary', 'open', $2, $3, $4, $5, $6)`,
    [id, ...guards, by, at],
  )
  await world.owner(
    `INSERT INTO victim (id, occurrence_id, name, standing, source, code, reported_at, area_id, unit_id, compartment_id, marking)
    VALUES ($1, $5, 'N', 'person', 'hand', '2015', $6, $2, $3, $4, 'OFFICIAL')`,
    [id, ...guards, occurrence, at],
  )
  await world.owner(
    `INSERT INTO victim_contact (id, victim_id, at, by_account, way, result, words, area_id, unit_id, compartment_id, marking)
    VALUES (gen_random_uuid(), $1, $6, $5, 'phone', $7, 'w', $2, $3, $4, 'OFFICIAL')`,
    [id, ...guards, by, at, result],
  )
  return id
}

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2016-05-09T09:00:00Z' })
  await world.owner(`UPDATE posting SET starts = '2010-01-01'; UPDATE compartment_member SET starts = '2010-01-01'`)
  const ids: string[] = []
  for (let i = 0; i < 12; i++) ids.push(await victim('2016-04-20T09:00:00Z'))
  told = ids
  // The last hour of March in London, tried only, told by another team, in a compartment.
  await victim('2016-03-31T22:30:00Z')
  await victim('2016-04-20T09:00:00Z', { result: 'attempted' })
  await victim('2016-04-20T09:00:00Z', { unit: 'teamB' })
  await victim('2016-04-20T09:00:00Z', { compartment: world.compartment })
})
afterAll(() => world.close())

const draw = (who: PersonaName, input: object = {}) =>
  run(who, drawCallbacks, { month: APRIL, unit: String(world.units.teamA), size: '8', ...input })

async function answer(who: PersonaName, id: string, answers: object) {
  const [row] = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
  const given = { useful: 'yes', informed: 'yes', treated: 'yes', way: 'phone', words: '', ...answers }
  return run(who, recordFeedback, { id, version: row?.version, ...given })
}

const said = async () =>
  transaction(
    world.store,
    await world.signIn('analyst'),
    { requestId: 't', purpose: 't', origin: 't' },
    async (entered) => ({ value: await readSaid(await entered.open(), APRIL, APRIL), audit: [] }),
  )

describe('Call-backs', () => {
  test('are drawn for a team of one’s own, by those who look at its quality, when the month is over', async () => {
    await expect(draw('officerB')).rejects.toBeInstanceOf(Forbidden)
    await expect(draw('analyst')).rejects.toBeInstanceOf(Forbidden)
    await expect(draw('sergeantA', { unit: String(world.units.teamB) })).rejects.toMatchObject({
      fields: { unit: 'Choose one of your teams from the list' },
    })
    await expect(draw('sergeantA', { month: '2016-05' })).rejects.toMatchObject({
      fields: { month: expect.stringContaining('when the month is over') },
    })
    await expect(draw('sergeantA', { month: '2015-06' })).rejects.toMatchObject({
      fields: { month: expect.stringContaining('no victim anything in June 2015') },
    })
    for (const size of ['0', '51', 'x']) await expect(draw('sergeantA', { size })).rejects.toBeInstanceOf(Invalid)
  })

  test('are drawn by lot of those told in the month, with the number kept that gives the same draw again', async () => {
    const { victims, population } = await draw('sergeantA')
    expect(population).toBe(12)
    expect(new Set(victims).size).toBe(8)
    expect(told).toEqual(expect.arrayContaining([...victims]))
    const [kept] = await world.owner<{ seed: string; drawn: string[] }>('SELECT seed, drawn FROM victim_callback_draw')
    expect(drawByLot(told, Number(kept?.seed), 8)).toEqual(victims)
    expect(kept?.drawn).toEqual(victims)
  })

  test('are drawn once for a team and a month, by whomever: nobody draws until it pleases', async () => {
    for (const who of ['sergeantA', 'commanderA', 'chief'] as const)
      await expect(draw(who)).rejects.toBeInstanceOf(Conflict)
  })

  test('stand on the page of those who cover the team, until they are asked', async () => {
    const { victims, draws, units } = await run('sergeantA', showCallbacks, {})
    expect(victims).toHaveLength(8)
    expect(draws).toMatchObject([
      { month: '2016-04', unit: 'Abbey neighbourhoods', drawn: 8, population: 12, by: 'PS Ellis' },
    ])
    expect(units.map(({ id }) => id)).toEqual([world.units.teamA])
    await expect(run('officerB', showCallbacks, {})).rejects.toBeInstanceOf(Forbidden)
    await answer('sergeantA', victims[0]?.id ?? '', {})
    const after = await run('sergeantA', showCallbacks, {})
    expect(after.victims.at(-1)).toMatchObject({ id: victims[0]?.id, askedAt: '2016-05-09T09:00:00.000Z' })
  })
})

describe('What victims said', () => {
  test('is kept by whoever asked and may open the victim; each question needs an answer', async () => {
    const [id = ''] = told
    await expect(answer('officerB', id, {})).rejects.toBeInstanceOf(NotFound)
    await expect(answer('analyst', id, {})).rejects.toBeInstanceOf(Forbidden)
    await expect(answer('sergeantA', id, { informed: '' })).rejects.toMatchObject({
      fields: { informed: expect.any(String) },
    })
    const before = await run('sergeantA', openVictim, { id })
    await answer('sergeantA', id, { informed: 'no', words: 'I had to ring them myself' })
    const after = await run('sergeantA', openVictim, { id })
    expect(after.parts.head.version).toBe(before.parts.head.version + 1)
    // What they said of somebody is not told to all who read the timeline.
    expect(JSON.stringify(after.parts.timeline)).not.toContain('ring them myself')
  })

  test('counts of those drawn by lot alone, their first answer; withheld while fewer than five were asked', async () => {
    await world.owner('DELETE FROM victim_feedback')
    const draws = await world.owner<{ drawn: string[] }>('SELECT drawn FROM victim_callback_draw')
    const drawn = draws.flatMap((one) => one.drawn)
    const chosen = told.filter((id) => !drawn.includes(id))
    for (const id of chosen) await answer('sergeantA', id, {})
    for (const id of drawn.slice(0, 4)) await answer('sergeantA', id, { informed: 'no' })
    expect(await said()).toMatchObject({
      drawn: 8,
      asked: 4,
      questions: [{ yes: 'withheld' }, { no: 'withheld' }, { yes: 'withheld', unsure: 'withheld' }],
    })
    for (const id of drawn.slice(4, 7)) await answer('sergeantA', id, { informed: 'no' })
    await world.moveTo('2016-05-10T09:00:00Z')
    await answer('sergeantA', drawn[0] ?? '', { informed: 'yes', treated: 'no' })
    expect(await said()).toMatchObject({
      drawn: 8,
      asked: 7,
      questions: [
        { question: 'useful', yes: 7, no: 0, unsure: 0 },
        { question: 'informed', yes: 0, no: 7, unsure: 0 },
        { question: 'treated', yes: 7, no: 0, unsure: 0 },
      ],
    })
  })

  test('of their own page counts of each victim once, by the last of the months; withheld while fewer than five said', async () => {
    const say = (id: string, at: string, helped: string) =>
      world.owner(`INSERT INTO victim_own_word (id, victim_id, at, helped) VALUES (gen_random_uuid(), $1, $2, $3)`, [
        id,
        at,
        helped,
      ])
    expect((await said()).helped).toBeNull()
    for (const id of told.slice(0, 4)) await say(id, '2016-04-12T09:00:00Z', 'yes')
    expect((await said()).helped).toEqual({ yes: 'withheld', no: 'withheld', unsure: 'withheld' })
    for (const id of told.slice(4, 9)) await say(id, '2016-04-12T09:00:00Z', 'no')
    await say(told[4] ?? '', '2016-04-30T22:59:00Z', 'yes')
    expect((await said()).helped).toEqual({ yes: 'withheld', no: 'fewer than 5', unsure: 0 })
    // In London it is May by then.
    await say(told[5] ?? '', '2016-04-30T23:00:00Z', 'yes')
    await say(told[9] ?? '', '2016-04-02T09:00:00Z', 'no')
    expect((await said()).helped).toEqual({ yes: 5, no: 5, unsure: 0 })
  })
})
