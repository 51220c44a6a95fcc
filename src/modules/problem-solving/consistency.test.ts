import { beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#platform/errors/errors.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { holdPlan } from './commands/move-plan.ts'
import { reviewPlan } from './commands/review-plan.ts'
import { listPlans } from './queries/list-plans.ts'
import { showConsistency } from './queries/show-consistency.ts'

const force = withProblems()

describe('Consistency', () => {
  let id = ''
  beforeAll(async () => {
    const { plan, world, run, seen } = force()
    id = await plan()
    await world.moveTo('2026-12-10T12:00:00Z')
    await run('sergeantA', reviewPlan, { ...(await seen(id)), as: 'sergeant', words: 'On course' })
    // By now the objective and the update are overdue; the sergeant’s review was in time.
    await world.moveTo('2027-01-20T12:00:00Z')
  })

  test('is for whoever has an area to answer for, of areas that they cover whole', async () => {
    const { run, world } = force()
    await expect(run('sergeantA', showConsistency, {})).rejects.toBeInstanceOf(Forbidden)
    const commander = await run('commanderA', showConsistency, {})
    expect(commander.areas.map((area) => area.id)).toEqual([world.areas.A])
    const chief = await run('chief', showConsistency, {})
    expect(chief.areas.map((area) => area.id)).toEqual(expect.arrayContaining([world.areas.A, world.areas.B]))
  })

  test('counts what fell due, in the policing area in which the plan lies', async () => {
    const { run, world } = force()
    const { areas, since } = await run('commanderA', showConsistency, {})
    expect(since).toBe('2026-01-01')
    expect(areas).toMatchObject([
      {
        id: world.areas.A,
        openPlans: 1,
        shares: { stages: { count: 0, of: 1 }, reviews: { count: 1, of: 3 }, quality: { count: 0, of: 0, unknown: 0 } },
      },
    ])
    const elsewhere = (await run('chief', showConsistency, {})).areas.find((area) => area.id === world.areas.B)
    expect(elsewhere).toMatchObject({ openPlans: 0, shares: { stages: { of: 0 } } })
  })

  test('opens the plans behind a number, without a month of the whole year', async () => {
    const { run, world } = force()
    const asked = { counted: 'stages', area: String(world.areas.A) }
    expect((await run('commanderA', listPlans, asked)).plans).toMatchObject([{ id }])
    expect((await run('commanderA', listPlans, { ...asked, area: String(world.areas.B) })).plans).toEqual([])
    expect((await run('commanderA', listPlans, { ...asked, counted: 'closed' })).plans).toEqual([])
  })

  test('counts no plan that the reader may not open', async () => {
    const { run, world } = force()
    await world.owner(
      `INSERT INTO duty (id, rule, rule_from, subject_kind, subject_id, title, triggered_by, triggered_at, opened_at, due_at, area_id,
        marking, compartment_id)
      SELECT gen_random_uuid(), 'PRB-STAGES-X', '2010-01-01', 'problem-plan', 'x', 'T', 'x', now(), now(), '2027-01-01', $1,
        'OFFICIAL', $2`,
      [world.areas.A, world.compartment],
    )
    await world.owner(`UPDATE duty SET rule = 'PRB-OBJECTIVE' WHERE rule = 'PRB-STAGES-X'`)
    const { areas } = await run('commanderA', showConsistency, {})
    expect(areas[0]?.shares.stages).toMatchObject({ of: 1 })
  })

  test('names the area where a pattern waits and no open plan is of its sort, as far as its rows may be opened', async () => {
    const { run, world, happen, points, seen } = force()
    const [location = 0] = await points(1, ['A'])
    const [row] = await happen([{ location, on: '2026-12-01', category: 'criminal-damage-arson' }])
    const pattern = async (category: string) => {
      const [made] = await world.owner<{ id: string }>(
        `INSERT INTO problem_candidate (id, kind, evidence_key, category, first_on, last_on, count, found_at, looked_at, area_id)
        VALUES (gen_random_uuid(), 'hot-spot', $1, $1, '2026-01-01', '2026-12-31', 1, now(), now(), $2) RETURNING id`,
        [category, world.areas.A],
      )
      await world.owner(`INSERT INTO problem_candidate_row VALUES ($1, $2, $3, 'OFFICIAL')`, [
        made?.id,
        row,
        world.areas.A,
      ])
      return made?.id
    }
    const damage = await pattern('criminal-damage-arson')
    await pattern('burglary')
    const unworked = async () => (await run('commanderA', showConsistency, {})).unworked
    expect(await unworked()).toMatchObject([
      { id: world.areas.A, openPlans: 1, waiting: 2, unworked: 1, largest: { id: damage, rows: 1 } },
    ])
    // A plan on hold is open still.
    const hold = { reason: 'Waiting for the landlord', until: '2027-03-01' }
    await run('sergeantA', holdPlan, { ...(await seen(id)), ...hold })
    expect(await unworked()).toMatchObject([{ unworked: 1 }])
    await world.owner(`UPDATE problem_candidate SET area_id = $1`, [world.areas.B])
    await world.owner(`UPDATE problem_candidate_row SET area_id = $1`, [world.areas.B])
    expect(await unworked()).toEqual([])
  })
})
