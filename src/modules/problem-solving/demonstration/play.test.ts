import { expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { withProblems } from '../../../../test/world/problems.ts'
import { listPlans } from '../queries/list-plans.ts'
import { CASES } from './cases.ts'
import { playProblems } from './play.ts'

const force = withProblems()

/** One of each stage, and those that are evaluated. */
const PLAYED = [
  ...new Set([...new Map(CASES.map((one) => [one.at, one])).values(), ...CASES.filter((one) => one.evaluation)]),
]
const AREAS = CASES.flatMap(({ evaluation }) =>
  evaluation === undefined
    ? []
    : ([
        [evaluation.treated, 'A1'],
        ...evaluation.ring.map((name) => [name, 'A2'] as const),
        ...evaluation.comparison.map((name) => [name, 'B1'] as const),
      ] as const),
)

test('A year of problems is played by the product’s own commands, and every stage is there to look at', async () => {
  const { world, run } = force()
  const asOf = getCivilDate('2026-11-23')
  await playProblems(
    {
      asOf,
      account: () => '',
      unit: () => world.units.teamA,
      neighbourhoods: AREAS.map(([name, area]) => ({ name, area: world.areas[area], as: '', days: 500 })),
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
  const at = (stage: string) => PLAYED.filter((one) => one.at === stage).length
  expect(stages).toEqual(Object.fromEntries(PLAYED.map((one) => [one.at, at(one.at)])))
  const rows = await world.owner<{ treated: number[]; before: string; after: string }>(
    `SELECT treated, before_from::text AS before, after_from::text AS after FROM problem_evaluation ORDER BY after_from`,
  )
  // Approved at the end of 2025 and in the middle of January.
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    ['2025-01-01', '2026-01-01'],
    ['2025-02-01', '2026-02-01'],
  ])
  expect(rows.every(({ treated }) => treated[0] === world.areas.A1)).toBe(true)
})
