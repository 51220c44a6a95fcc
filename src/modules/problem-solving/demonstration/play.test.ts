import { expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { withProblems } from '../../../../test/world/problems.ts'
import { listPlans } from '../queries/list-plans.ts'
import { CASES } from './cases.ts'
import { playProblems } from './play.ts'

const force = withProblems()

/** One of each stage. */
const PLAYED = [...new Map(CASES.map((one) => [one.at, one])).values()]

test('A year of problems is played by the product’s own commands, and every stage is there to look at', async () => {
  const { world, run } = force()
  const asOf = getCivilDate('2026-11-23')
  await playProblems(
    {
      asOf,
      account: () => '',
      unit: () => world.units.teamA,
      neighbourhoods: [],
      organisations: () => [],
      async act({ as, daysBefore, hour = 10 }, command, input) {
        await world.moveTo(
          londonMoment(addDays(asOf, -daysBefore), `${String(hour).padStart(2, '0')}:00`).toISOString(),
        )
        return run(as === 'area-commander' ? 'commanderA' : 'sergeantA', command, input)
      },
    },
    PLAYED,
  )
  await world.moveTo('2026-11-23T12:00:00Z')
  const { stages } = await run('sergeantA', listPlans, {})
  expect(stages).toEqual(Object.fromEntries(PLAYED.map(({ at }) => [at, 1])))
})
