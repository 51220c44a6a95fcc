import { expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { withProblems } from '../../../../test/world/problems.ts'
import { listPlans } from '../queries/list-plans.ts'
import { CASES } from './cases.ts'
import { playProblems } from './play.ts'

const force = withProblems()

/** One of each stage: of those that are closed, one that is evaluated. */
const EVALUATED = CASES.filter(({ evaluation }) => evaluation !== undefined)
const PLAYED = [...new Map([...CASES, ...EVALUATED].map((one) => [one.at, one])).values()]
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
      agency: () => world.agencies.council,
      records: () => Promise.resolve(new Map()),
      neighbourhoods: AREAS.map(([name, area]) => ({ name, area: world.areas[area], as: '', days: 500 })),
      policingAreas: [],
      organisations: () => [],
      authorities: [],
      callers: [],
      crimes: [],
      owed: () => Promise.resolve(new Map()),
      meet: () => Promise.resolve(),
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
  const rows = await world.owner<{ before: string; after: string; here: boolean }>(
    `SELECT before_from::text AS before, after_from::text AS after, treated = ARRAY[$1::bigint] AS here FROM problem_evaluation`,
    [world.areas.A1],
  )
  // Approved in the middle of January.
  expect(rows).toEqual([{ before: '2025-02-01', after: '2026-02-01', here: true }])
}, 60_000)
