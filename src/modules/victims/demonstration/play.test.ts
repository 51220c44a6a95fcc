import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import type { Stage } from '#kernel/stage.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf } from '../../../../test/world/parties.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { playVictims } from './play.ts'
import { STORIES } from './words.ts'

const ON = '2026-11-23'
const PLAYED_BY: Readonly<Record<string, PersonaName>> = {
  'witness-care-officer': 'analyst',
  'area-commander': 'commanderA',
}
const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: `${ON}T20:00:00Z` })
  const { account } = world.personas.analyst
  await world.owner(`UPDATE posting SET roles = '{witness-care}' WHERE account_id = $1`, [account])
  const make = partiesOf(world)
  const crimes: Stage['crimes'][number][] = []
  for (const { standing, began } of STORIES) {
    const isOrganisation = standing === 'business'
    const party = isOrganisation ? await make.organisation() : await make.person()
    crimes.push({ occurrence: await world.addOccurrence(), party, isOrganisation, daysBefore: began })
  }
  await playVictims(stageOf(crimes))
  await world.moveTo(`${ON}T20:00:00Z`)
}, 60_000)
afterAll(() => world.close())

function stageOf(crimes: Stage['crimes']): Stage {
  const asOf = getCivilDate(ON)
  return {
    asOf,
    crimes,
    async act({ as, daysBefore, hour = 10 }, command, input) {
      const at = londonMoment(addDays(asOf, -daysBefore), `${String(hour).padStart(2, '0')}:00`)
      await world.moveTo(at.toISOString())
      return world.run(PLAYED_BY[as] ?? 'sergeantA', command, input)
    },
    async owed(record) {
      const rows = await world.owner<{ id: string; rule: string }>(
        'SELECT id, rule FROM duty WHERE record_id = $1 AND ended_at IS NULL',
        [record],
      )
      return new Map(rows.map(({ id, rule }) => [rule, id]))
    },
    meet: () => Promise.resolve(),
    account: () => '',
    unit: () => world.units.teamA,
    agency: () => world.agencies.council,
    records: () => Promise.resolve(new Map()),
    neighbourhoods: [],
    policingAreas: [],
    organisations: () => [],
    authorities: [],
    callers: [],
  }
}

test('Its victims are of every sort: most told in time, one told late of an arrest, and some are owed something that is over', async () => {
  const rows = await world.owner<{ rule: string; late: boolean; met: boolean }>(
    `SELECT rule, coalesce(met_at, $1) > due_at AS late, met_at IS NOT NULL AS met FROM duty
    WHERE superseded_at IS NULL AND due_at IS NOT NULL`,
    [world.store.clock.now()],
  )
  const met = rows.filter((duty) => duty.met)
  expect(met.filter(({ late }) => late).map(({ rule }) => rule)).toEqual(['VC09-2020'])
  expect(met.filter(({ late }) => !late).length).toBeGreaterThan(20)
  const overdue = rows.filter(({ late, met: isMet }) => late && !isMet).map(({ rule }) => rule)
  expect(new Set(overdue).size).toBeGreaterThan(2)
})

test('Whose hearings were fixed is looked after by witness care', async () => {
  const rows = await world.owner<{ rule: string; unit: number; owner: string | null; met: boolean }>(
    `SELECT rule, unit_id AS unit, owner_id AS owner, met_at IS NOT NULL AS met FROM duty
    WHERE rule LIKE 'VC21%' OR rule LIKE 'VC28%' ORDER BY rule`,
  )
  const unit = world.units.force
  expect(rows).toEqual([
    { rule: 'VC21-2020', unit, owner: null, met: true },
    { rule: 'VC28-2020', unit, owner: null, met: false },
  ])
})

test('One whom there is no safe way to reach is waited for', async () => {
  const rows = await world.owner<{ stopped: number }>(
    'SELECT count(*)::integer AS stopped FROM duty WHERE paused_at IS NOT NULL AND ended_at IS NULL',
  )
  expect(rows[0]?.stopped).toBeGreaterThan(1)
})

test('Some use their rights: a statement, a review by somebody who had no part, a complaint that was answered', async () => {
  const [row] = await world.owner<Record<string, unknown>>(
    `SELECT (SELECT array_agg(step ORDER BY step) FROM victim_statement) AS statements,
      (SELECT result FROM victim_review) AS review, (SELECT a.name FROM victim_review r JOIN account a ON a.id = r.reviewer_id)
        AS reviewer, (SELECT count(*)::integer FROM victim_complaint WHERE answered_at IS NOT NULL) AS answered`,
  )
  expect(row).toEqual({
    statements: ['offer', 'offer', 'offer', 'wish'],
    review: 're-open',
    reviewer: 'Supt Hale',
    answered: 1,
  })
})
