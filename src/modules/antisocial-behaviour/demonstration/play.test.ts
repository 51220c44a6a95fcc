import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import type { Stage } from '#kernel/stage.ts'
import { meetDutyCommand } from '#modules/duties/index.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf } from '../../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { ASB_DUTIES } from '../duties/duty-rules.ts'
import { playAntisocialBehaviour } from './play.ts'
import { CASES } from './words.ts'

const ON = '2026-11-23'
const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: `${ON}T20:00:00Z` })
  const parties = partiesOf(world)
  const callers: { person: number; incidents: number[] }[] = []
  for (const _ of CASES) callers.push({ person: await parties.person(), incidents: [] })
  await playAntisocialBehaviour(stageOf(callers))
  await world.moveTo(`${ON}T20:00:00Z`)
}, 60_000)
afterAll(() => world.close())

function stageOf(callers: Stage['callers']): Stage {
  const asOf = getCivilDate(ON)
  const act: Stage['act'] = async ({ as, daysBefore, hour = 10 }, command, input) => {
    const at = londonMoment(addDays(asOf, -daysBefore), `${String(hour).padStart(2, '0')}:00`)
    await world.moveTo(at.toISOString())
    return world.run(as === 'area-commander' ? 'commanderA' : 'sergeantA', command, input)
  }
  return {
    asOf,
    act,
    async meet(meeting, { record, rule, how }) {
      const [duty] = await world.owner<{ id: string; version: number }>(
        'SELECT id, version FROM duty WHERE record_id = $1 AND rule = $2 AND ended_at IS NULL',
        [record, rule],
      )
      if (duty !== undefined) await act(meeting, meetDutyCommand(ASB_DUTIES), { ...duty, how })
    },
    account: () => '',
    unit: () => world.units.teamA,
    agency: () => world.agencies.council,
    records: () => Promise.resolve(new Map()),
    neighbourhoods: [],
    policingAreas: [],
    organisations: () => [],
    authorities: [world.agencies.council],
    callers,
    crimes: [],
    owed: () => Promise.resolve(new Map()),
  }
}

test('Its story is one that a force would have: one thing is over, by a few days, and the rest was met in time', async () => {
  const duties = await world.owner<{ rule: string; over: number; met: boolean }>(
    `SELECT rule, ceil(extract(epoch FROM coalesce(met_at, $1) - due_at) / 86400)::integer AS over, met_at IS NOT NULL AS met
    FROM duty WHERE due_at < coalesce(met_at, $1) AND superseded_at IS NULL AND waived_at IS NULL ORDER BY rule`,
    [world.store.clock.now()],
  )
  expect(duties.map(({ rule, met }) => [rule, met])).toEqual([['ASB-CR-DECIDE', false]])
  expect(duties[0]?.over).toBeLessThanOrEqual(5)
})

test('Cases of every sort are there, at every stage', async () => {
  const rows = await world.owner<{ title: string }>(`SELECT title FROM record WHERE kind = 'asb-case'`)
  expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(CASES.map(({ title }) => title)))
})
