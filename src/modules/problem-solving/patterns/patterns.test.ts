import { beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, NotFound } from '#platform/errors/errors.ts'
import { withProblems } from '../../../../test/world/problems.ts'
import { acceptCandidate, mergeCandidate, rejectCandidate } from '../commands/decide-candidate.ts'
import { openCandidate } from '../queries/open-candidate.ts'
import { chainsOf } from './chains.ts'
import { FINE_KINDS } from './pattern.ts'

const force = withProblems()
const NAMED = { title: 'Burglaries at Abbey Road', place: 'Abbey Road', placeType: 'homes' }

/** Evenly one or two a point: what chance gives. */
const even = (points: readonly number[], category = 'burglary') =>
  points.flatMap((location, at) =>
    Array.from({ length: 1 + (at % 2) }, () => ({ location, category, on: `2026-0${1 + (at % 9)}-11` })),
  )
const DAYS = Array.from({ length: 48 }, (_, at) => `2026-${String(1 + (at % 9)).padStart(2, '0')}-${10 + (at % 18)}`)
/** Points of the grid beside one another, in the middle. */
const MIDDLE = [41, 42, 53, 54, 65, 66, 43, 55]
const WIDE = 108

describe('Chains', () => {
  test('are of events each near and soon after another; to the metre and the day', () => {
    const x = Float64Array.from([0, 200, 400, 601, 0])
    const y = new Float64Array(5)
    const near = { metres: 200, days: 14 }
    expect(chainsOf({ x, y }, [0, 14, 28, 29, 29], near)).toEqual([[0, 1, 2]])
    expect(chainsOf({ x, y }, [0, 15, 40, 41, 0], near)).toEqual([[0, 4]])
  })
})

describe('Month-precise street data', () => {
  test('feeds hot spots only: anything finer is refused, with why', async () => {
    const { points, happen, look, candidates, world } = force()
    const grid = await points(WIDE, ['A', 'A1'])
    const street = even(grid).map((event) => ({ ...event, precision: 'month', place: 'snapped' }) as const)
    const hot = DAYS.map(
      (on, at) => ({ location: grid[MIDDLE[at % 8] ?? 0] ?? 0, on, precision: 'month', place: 'snapped' }) as const,
    )
    await happen([...street, ...hot])
    await look()
    const found = await candidates('sergeantA')
    expect(found.candidates.map(({ kind, category }) => [kind, category])).toEqual([['hot-spot', 'burglary']])
    expect(FINE_KINDS.map((kind) => found.open[kind])).toEqual([0, 0, 0, 0, 0])
    expect(found.look?.refusals[0]).toMatch(/dated by their month only/)
    // Gone again for what follows.
    await world.owner('TRUNCATE problem_candidate, problem_candidate_row, problem_look')
    await world.owner('TRUNCATE occurrence CASCADE')
    await world.owner('TRUNCATE location CASCADE')
  })
})

describe('Patterns of dated crimes', () => {
  let grid: readonly number[] = []
  let hot: readonly number[] = []
  beforeAll(async () => {
    const { points, happen } = force()
    grid = await points(WIDE, ['A', 'A1'])
    const others = await points(WIDE, ['B', 'B1'], 51.6)
    await happen([...even(grid), ...even(others), ...even(grid, 'vehicle-crime')])
  })
  const open = async (kind = 'hot-spot') =>
    (await force().candidates('sergeantA', { kind })).candidates[0] ?? expect.fail(`no ${kind}`)

  test('where nothing is planted nothing is found', async () => {
    expect(await force().look()).toMatchObject({ proposed: 0 })
    expect((await force().candidates('chief')).total).toBe(0)
  })

  test('a hot spot is found once, opens its rows, and is there only for those whose area it is', async () => {
    const { happen, look, candidates, run } = force()
    hot = await happen(DAYS.map((on, at) => ({ location: grid[MIDDLE[at % 8] ?? 0] ?? 0, on })))
    expect((await look()).proposed).toBeGreaterThan(0)
    expect(await look()).toMatchObject({ proposed: 0, again: 0, gone: 0 })
    expect((await candidates('sergeantA', { kind: 'hot-spot' })).total).toBe(1)
    const spot = await open()
    expect(spot).toMatchObject({ category: 'burglary', areaName: 'Abbey', place: 'On or near Abbey Road' })
    const { occurrences } = await run('sergeantA', openCandidate, { id: spot.id })
    expect(occurrences.length).toBe(Math.min(50, spot.rows))
    expect(occurrences.filter(({ id }) => hot.includes(id)).length).toBeGreaterThan(24)
    // Those of another area see neither it nor that there is one.
    const elsewhere = await candidates('officerB')
    expect([elsewhere.total, elsewhere.areas, Object.values(elsewhere.open).some((count) => count > 0)]).toEqual([
      0,
      [],
      false,
    ])
    await expect(run('officerB', openCandidate, { id: spot.id })).rejects.toBeInstanceOf(NotFound)
    expect((await candidates('analyst')).total).toBe((await candidates('sergeantA')).total)
  })

  test('places that were hit again stand out among places that differ anyway', async () => {
    const { candidates, happen, look } = force()
    await happen(DAYS.slice(0, 20).map((on) => ({ location: grid[5] ?? 0, on, category: 'vehicle-crime' })))
    await look()
    const places = (await candidates('sergeantA', { kind: 'repeat-place' })).candidates
    expect(places.filter(({ category }) => category === 'vehicle-crime').map(({ rows }) => rows)).toEqual([22])
  })

  test('a row marked higher shows only to those cleared for it: the place, its rows and every count', async () => {
    const { happen, look, candidates, world } = force()
    const before = (await candidates('sergeantA', { kind: 'repeat-place' })).total
    await happen(even(grid, 'robbery'))
    const marked = { location: grid[100] ?? 0, category: 'robbery', marking: 'OFFICIAL-SENSITIVE' }
    await happen(DAYS.slice(0, 22).map((on) => ({ ...marked, on })))
    await look()
    const places = (await candidates('sergeantA', { kind: 'repeat-place' })).candidates
    expect(places.map(({ marking }) => marking)).toContain('OFFICIAL-SENSITIVE')
    expect(places).toHaveLength(before + 1)
    await world.owner(`UPDATE account SET clearance = 'OFFICIAL' WHERE id = $1`, [world.personas.sergeantA.account])
    const lower = await candidates('sergeantA', { kind: 'repeat-place' })
    expect([lower.total, lower.open['repeat-place']]).toEqual([before, before])
    await world.owner(`UPDATE account SET clearance = 'OFFICIAL-SENSITIVE' WHERE id = $1`, [
      world.personas.sergeantA.account,
    ])
  })

  test('is rejected with a reason, and comes again only when it has grown by more than chance', async () => {
    const { run, look, candidates, happen, world } = force()
    const { id, version } = await open()
    await expect(run('analyst', rejectCandidate, { id, version, reason: 'x' })).rejects.toBeInstanceOf(Forbidden)
    await run('sergeantA', rejectCandidate, { id, version, reason: 'It is the rows of one crime twice' })
    await expect(run('sergeantA', rejectCandidate, { id, version: version + 1, reason: 'x' })).rejects.toBeInstanceOf(
      Conflict,
    )
    expect(await look()).toMatchObject({ leftAlone: 1 })
    expect((await candidates('sergeantA', { kind: 'hot-spot' })).total).toBe(0)
    await world.moveTo('2026-12-25T12:00:00Z')
    await happen(['2026-12-01', '2026-12-05'].map((on) => ({ location: grid[MIDDLE[2] ?? 0] ?? 0, on })))
    expect(await look()).toMatchObject({ again: 0 })
    await happen(
      Array.from({ length: 14 }, (_, at) => ({ location: grid[MIDDLE[2] ?? 0] ?? 0, on: `2026-12-${10 + at}` })),
    )
    expect(await look()).toMatchObject({ again: 1 })
    expect(await open()).toMatchObject({ id, state: 'open', reason: 'It is the rows of one crime twice' })
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test('is accepted: a plan begins with it, which shows it, and it is not proposed while that is worked on', async () => {
    const { run, look, owed, open: openPlan, candidates } = force()
    const { id, version } = await open()
    const { plan } = await run('sergeantA', acceptCandidate, { id, version, ...NAMED })
    const model = await openPlan(plan)
    expect(model).toMatchObject({ stage: 'objective', plan: { source: 'candidate', problemType: 'burglary' } })
    expect(model.candidates.map((one) => one.id)).toEqual([id])
    expect(await owed(plan)).toContain('PRB-OBJECTIVE')
    await look()
    expect((await candidates('sergeantA', { kind: 'hot-spot' })).total).toBe(0)
    expect((await candidates('sergeantA', { state: 'accepted' })).candidates[0]?.plan?.id).toBe(plan)
  })

  test('is merged into a plan, or into another pattern; never into itself', async () => {
    const { run, candidates, plan, open: openPlan } = force()
    const [first, second] = (await candidates('sergeantA', { kind: 'repeat-place' })).candidates
    const into = await plan()
    const merge = (id: string | undefined, version: number | undefined, target: string) =>
      run('sergeantA', mergeCandidate, { id, version, into: target })
    await expect(merge(first?.id, first?.version, `candidate:${first?.id ?? ''}`)).rejects.toMatchObject({
      fields: { into: expect.any(String) },
    })
    await merge(first?.id, first?.version, `candidate:${second?.id ?? ''}`)
    await merge(second?.id, second?.version, `plan:${into}`)
    expect((await openPlan(into)).candidates.map(({ id }) => id)).toEqual([second?.id])
  })
})

describe('People', () => {
  test('who were a victim again are found by their roles, protected ones by nobody', async () => {
    const { happen, look, candidates, points, world } = force()
    const [home = 0] = await points(1, ['A', 'A1'], 51.9)
    const person = async (compartment: number | null) => {
      const [row] = await world.owner<{ id: number }>(
        `INSERT INTO party (kind, source, label, compartment_id, known_at) VALUES ('person', 'entered', 'SMITH, Ann', $1, now())
        RETURNING id`,
        [compartment],
      )
      return row?.id ?? 0
    }
    for (let other = 0; other < 40; other++) await person(null)
    for (const compartment of [null, world.compartment]) {
      const victim = await person(compartment)
      const events = await happen(
        ['2026-02-01', '2026-05-01', '2026-09-01'].map((on) => ({
          location: home,
          on,
          category: 'criminal-damage-arson',
        })),
      )
      await world.owner(
        `INSERT INTO party_role (party_id, occurrence_id, role, category, source, compartment_id, happened_at, known_at)
        SELECT $1, unnest($2::bigint[]), 'victim', 'victim', 'entered', $3, now(), now()`,
        [victim, events, compartment],
      )
    }
    await look()
    const found = (await candidates('chief', { kind: 'repeat-victim' })).candidates
    expect(found.map(({ rows, party }) => [rows, party?.label])).toEqual([[3, 'SMITH, Ann']])
    // Protected since: for those outside it is no longer there.
    await world.owner('UPDATE party SET compartment_id = $1 WHERE id = $2', [world.compartment, found[0]?.party?.id])
    expect((await candidates('chief', { kind: 'repeat-victim' })).total).toBe(0)
  })
})
