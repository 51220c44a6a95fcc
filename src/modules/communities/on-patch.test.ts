import { beforeAll, describe, expect, test } from 'vitest'
import { rejectCandidate } from '#modules/problem-solving/commands/decide-candidate.ts'
import { problemSolvingModule } from '#modules/problem-solving/index.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { showPatchWith } from './queries/patch.ts'

const force = withProblems()
const showPatch = showPatchWith(problemSolvingModule.onPatch ?? [])
const DAYS = Array.from({ length: 48 }, (_, at) => `2026-${String(1 + (at % 9)).padStart(2, '0')}-${10 + (at % 18)}`)

/** Points of the grid beside one another, in the middle. */
const MIDDLE = [41, 42, 53, 54, 65, 66, 43, 55]
/** Evenly one or two a point: what chance gives. */
const even = (points: readonly number[], category = 'burglary') =>
  points.flatMap((location, at) =>
    Array.from({ length: 1 + (at % 2) }, () => ({ location, category, on: `2026-0${1 + (at % 9)}-11` })),
  )

beforeAll(async () => {
  const { points, happen, look } = force()
  const grid = await points(108, ['A', 'A1'])
  const others = await points(108, ['B', 'B1'], 51.6)
  await happen([...even(grid), ...even(others), ...even(grid, 'vehicle-crime')])
  await happen(DAYS.map((on, at) => ({ location: grid[MIDDLE[at % 8] ?? 0] ?? 0, on })))
  await look()
})

/** The cards of other modules on somebody's patch: of patterns, and of plans. */
async function cards(persona: PersonaName) {
  const { patch } = await force().run(persona, showPatch, {})
  const [patterns, plans] = patch?.others ?? []
  if (patterns === undefined || plans === undefined) throw new Error('There is no card of patterns and of plans.')
  return { patterns, plans }
}

describe('Patterns on my patch', () => {
  test('wait there for a decision with their own pages, as many as the list has', async () => {
    const { patterns } = await cards('sergeantA')
    const listed = (await force().candidates('sergeantA')).candidates
    expect(listed.length).toBeGreaterThan(0)
    expect(patterns.total).toBe(listed.length)
    expect(patterns.rows.map(({ href }) => href)).toEqual(
      listed.slice(0, 6).map(({ id }) => `/prevent/candidates/${id}`),
    )
    expect(patterns.rows[0]?.words).toMatch(/event/)
  })

  test('of another patch are neither there nor counted', async () => {
    const { patterns } = await cards('officerB')
    expect([patterns.total, patterns.rows]).toEqual([0, []])
  })

  test('marked above their clearance are neither there nor counted', async () => {
    const { world, candidates } = force()
    const [first] = (await candidates('sergeantA')).candidates
    const before = (await cards('sergeantA')).patterns.total
    const mark = (marking: string) =>
      world.owner('UPDATE problem_candidate SET marking = $2 WHERE id = $1', [first?.id, marking])
    const clear = (clearance: string) =>
      world.owner('UPDATE account SET clearance = $2 WHERE id = $1', [world.personas.sergeantA.account, clearance])
    await mark('OFFICIAL-SENSITIVE')
    await clear('OFFICIAL')
    const { patterns } = await cards('sergeantA')
    await clear('OFFICIAL-SENSITIVE')
    await mark('OFFICIAL')
    expect(patterns.total).toBe(before - 1)
    expect(patterns.rows.map(({ id }) => id)).not.toContain(first?.id)
  })

  test('leave it once they are decided on', async () => {
    const { run, candidates } = force()
    const [first] = (await candidates('sergeantA')).candidates
    const before = (await cards('sergeantA')).patterns.total
    await run('sergeantA', rejectCandidate, { id: first?.id ?? '', version: first?.version ?? 0, reason: 'A car park' })
    const { patterns } = await cards('sergeantA')
    expect(patterns.total).toBe(before - 1)
    expect(patterns.rows.map(({ id }) => id)).not.toContain(first?.id)
  })
})

describe('Problems on my patch', () => {
  test('stand there with what is next and its due time; a proposal with its stage', async () => {
    const { plan } = force()
    const id = await plan({ title: 'Bicycles taken at the station' })
    const proposed = await plan({ title: 'Phones on the bridge', accepted: false })
    const { plans } = await cards('sergeantA')
    const row = plans.rows.find((one) => one.id === id)
    expect(row).toMatchObject({ title: 'Bicycles taken at the station', href: `/prevent/problems/${id}` })
    expect(row?.words).toMatch(/^Objective\. Next: /)
    expect(row?.dueAt).not.toBeNull()
    expect(plans.rows.find((one) => one.id === proposed)?.words).toMatch(/^Proposed/)
  })

  test('in a compartment or closed are neither there nor counted, and nothing of it is on another patch', async () => {
    const { plan, world } = force()
    const hidden = await plan({ title: 'Something that is not for all' })
    const closed = await plan({ title: 'Solved' })
    const before = (await cards('sergeantA')).plans.total
    await world.owner('UPDATE record SET compartment_id = $2 WHERE id = $1', [hidden, world.compartment])
    await world.owner(`UPDATE record SET closed_at = now() WHERE id = $1`, [closed])
    const { plans } = await cards('sergeantA')
    expect(plans.total).toBe(before - 2)
    const ids = plans.rows.map(({ id }) => id)
    expect([ids.includes(hidden), ids.includes(closed)]).toEqual([false, false])
    expect((await cards('officerB')).plans).toMatchObject({ total: 0, rows: [] })
  })
})
