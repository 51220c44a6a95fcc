import { expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { withProblems } from '../../../../test/world/problems.ts'
import { listPlans } from '../queries/list-plans.ts'
import { CASES } from './cases.ts'
import { playProblems } from './play.ts'

const force = withProblems()

test('A year of problems is played by the product’s own commands, and every stage is there to look at', async () => {
  const { world, run } = force()
  const asOf = getCivilDate('2026-11-23')
  await playProblems({
    asOf,
    account: () => '',
    unit: () => world.units.teamA,
    async act({ as, daysBefore, hour = 10 }, command, input) {
      await world.moveTo(londonMoment(addDays(asOf, -daysBefore), `${String(hour).padStart(2, '0')}:00`).toISOString())
      return run(as === 'area-commander' ? 'commanderA' : 'sergeantA', command, input)
    },
  })
  await world.moveTo('2026-11-23T12:00:00Z')
  const { stages } = await run('sergeantA', listPlans, {})
  const wanted = new Map<string, number>()
  for (const { at } of CASES) wanted.set(at, (wanted.get(at) ?? 0) + 1)
  expect(stages).toEqual(Object.fromEntries(wanted))
})
