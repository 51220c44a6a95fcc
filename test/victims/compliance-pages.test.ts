import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { makeApplication, type Application } from '../access/application.ts'
import { addVictimExample } from '../access/seed-victims.ts'
import type { PersonaName } from '../world/personas.ts'
import { buildWorld, type World } from '../world/world.ts'

const database = withTestDatabase()
let world: World
let application: Application
let victim: string

/** How many of a hundred each team told in time, in each of twelve months. */
const TEAMS = { A: 40, B: 80, teamA: 82, teamB: 94 } as const

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2022-02-10T09:00:00Z' })
  application = await makeApplication(world)
  victim = (await addVictimExample(world))['victim'] ?? ''
  const month = `generate_series('2021-02-01'::date, '2022-01-01', interval '1 month') AS m`
  for (const [unit, inTime] of Object.entries(TEAMS))
    await world.owner(
      `INSERT INTO victim_compliance (month, rule, area_id, unit_id, marking, in_time, late, waived, overdue, unknown, lateness)
      SELECT m, 'VC09-2020', $1, $2, 'OFFICIAL', $3, 100 - $3::integer, 0, 0, 0, array_fill(2, ARRAY[100 - $3::integer]) FROM ${month}`,
      [world.areas.A1, world.units[unit as keyof typeof TEAMS], inTime],
    )
  await world.owner(
    `INSERT INTO measure_value (measure, version, month, area_id, unit_id, numerator, denominator, unknown, computed_at)
    SELECT 'VC-TIMELY', 1, month, NULL, unit_id, sum(in_time), sum(in_time + late), sum(unknown), now() FROM victim_compliance
    GROUP BY GROUPING SETS ((month), (month, unit_id))`,
  )
})
afterAll(async () => {
  await application.server.close()
  await world.close()
})

async function open(who: PersonaName, url: string) {
  const cookie = `fp_session=${await world.token(who)}`
  const { statusCode, body } = await application.server.inject({ url, headers: { cookie } })
  return { statusCode, body, text: body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}

describe('The page of the Victims’ Code', () => {
  test('shows each right with its numbers, each of which opens its duties, and its twelve months', async () => {
    const { statusCode, body, text } = await open('analyst', '/victims/compliance?right=6')
    expect(statusCode).toBe(200)
    expect(text).toContain('296 of 400 in time')
    expect(text).toContain('Half of the late by 2.0 working days or less')
    expect(body).toContain(
      '/victims/compliance/duties?month=2022-01&amp;period=1&amp;right=6&amp;side=standard&amp;how=late',
    )
    expect(body).toContain('right-6-standard')
    expect(text).toContain('Rules of right 6')
    // Nothing owed is no hundred per cent.
    expect(text).toMatch(/9\. The outcome, and appeals Standard nothing owed/)
  })

  test('names who lies low as plainly as who lies high, in a funnel of all teams', async () => {
    const { body, text } = await open('commanderA', '/victims/compliance')
    expect(text).toMatch(/Below what chance explains Ashford: 40 in a hundred \(40 of 100\)/)
    expect(text).toMatch(/Above what chance explains Beech neighbourhoods: 94 in a hundred \(94 of 100\)/)
    expect(body).toContain('id="teams')
  })

  test('of months added up, of a team, and its duties, call-backs and the form after them open too', async () => {
    expect((await open('chief', '/victims/compliance?period=12')).text).toContain('3,552 of 4,800 in time')
    const team = `/victims/compliance?unit=${world.units.teamA}&month=2021-12`
    expect((await open('sergeantA', team)).text).toContain('82 of 100 in time')
    expect((await open('sergeantA', '/victims/compliance/duties?month=2022-01&right=6')).text).toContain(
      'None that you may open',
    )
    expect((await open('sergeantA', '/victims/compliance/callbacks')).statusCode).toBe(200)
    const asked = await open('sergeantA', `/victims/${victim}/feedback`)
    expect(asked.text).toContain('Were you kept informed as often as you wished?')
    expect((await open('sergeantA', `/victims/${victim}`)).body).toContain(`/victims/${victim}/feedback`)
  })

  test('is taken as a file by the commissioner’s office', async () => {
    const { statusCode, body } = await open('chief', '/victims/compliance/export.csv?month=2022-01&period=1')
    expect(statusCode).toBe(200)
    expect(body).toContain(
      'Right 6. How the investigation and the prosecution go,standard,296,400,104,0,0,0,2,not all met',
    )
    expect(body).toContain('Team: Ashford,both,40,100')
  })

  test('says what is wrong with an address, and where', async () => {
    for (const wrong of ['month=2022-13', 'right=13', 'period=7', 'unit=x'])
      expect((await open('chief', `/victims/compliance?${wrong}`)).statusCode).toBe(400)
    expect((await open('sergeantA', `/victims/compliance?unit=${world.units.teamB}`)).statusCode).toBe(404)
  })
})
