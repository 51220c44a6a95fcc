import { beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { withProblems } from '../../../test/world/problems.ts'
import { chooseEvaluation } from './commands/choose-evaluation.ts'
import { evaluationForm } from './queries/evaluation-form.ts'
import { openEvaluation } from './queries/open-evaluation.ts'

const force = withProblems()

const TIMES = { beforeFrom: '2025-04-01', beforeTo: '2025-10-31', afterFrom: '2026-04-01', afterTo: '2026-10-31' }
const REASON = { reason: 'Nothing was done there, and students live there too' }

/** So many events a month at a point, on days of it, the number changing at a month; with a little to and fro. */
function planted(location: number, category: string, usual: number, changed: number, marking = 'OFFICIAL') {
  return monthsBetween(getCivilMonth('2024-04'), getCivilMonth('2026-10')).flatMap((month, at) =>
    Array.from({ length: (month < '2026-04' ? usual : changed) + (at % 3) - 1 }, (_, day) => ({
      location,
      category,
      on: `${month}-${String(1 + (day % 28)).padStart(2, '0')}`,
      marking,
    })),
  )
}

/** A plan whose response was approved on 10 March 2026. */
async function planInResponse(title?: string): Promise<string> {
  const id = await force().plan(title === undefined ? {} : { title })
  await force().world.owner(`UPDATE record SET stage = 'response' WHERE id = $1`, [id])
  await force().world.owner(
    `UPDATE problem_plan SET approved_by = $2, approved_at = '2026-03-10T10:00Z' WHERE id = $1`,
    [id, force().world.personas.commanderA.account],
  )
  return id
}

async function choose(id: string, more: object = {}, who: PersonaName = 'sergeantA') {
  const { areas } = force().world
  const chosen = { categories: 'burglary', treated: areas.A1, comparison: [areas.B1, areas.B2], ring: areas.A2 }
  return force().run(who, chooseEvaluation, { ...(await force().seen(id)), ...chosen, ...TIMES, ...REASON, ...more })
}

const read = (id: string, who: PersonaName = 'sergeantA', version?: number) =>
  force().run(who, openEvaluation, { id, version })
const counted = async (id: string, who: PersonaName = 'sergeantA') => {
  const { found } = await read(id, who)
  return found?.kind === 'counted' ? found.result : expect.fail(found?.words ?? 'nothing was chosen')
}

beforeAll(async () => {
  const { points, happen, count, world } = force()
  const at = async (...areas: Parameters<typeof points>[1]) => (await points(1, areas, 51 + Math.random()))[0] ?? 0
  const [a1, a2, b1, b2] = [await at('A1', 'A'), await at('A2', 'A'), await at('B1', 'B'), await at('B2', 'B')]
  await happen([
    ...planted(a1, 'burglary', 20, 10),
    ...planted(a2, 'burglary', 10, 10),
    ...planted(b1, 'burglary', 20, 20),
    ...planted(b2, 'burglary', 30, 30),
    ...planted(a1, 'vehicle-crime', 20, 20),
    ...planted(b1, 'vehicle-crime', 20, 20),
    ...planted(a1, 'robbery', 12, 24),
    ...planted(b1, 'robbery', 12, 12),
    ...planted(a1, 'other-theft', 20, 8, 'OFFICIAL-SENSITIVE'),
    ...planted(b1, 'other-theft', 20, 20),
    ...planted(a1, 'bicycle-theft', 1, 1),
    ...planted(b1, 'bicycle-theft', 8, 8),
  ])
  // Years before: street files only, by month.
  await happen(
    monthsBetween(getCivilMonth('2020-01'), getCivilMonth('2021-12')).flatMap((month) =>
      [a1, b1].flatMap((location) =>
        Array.from(
          { length: 9 },
          () => ({ location, on: `${month}-01`, precision: 'month', place: 'snapped' }) as const,
        ),
      ),
    ),
  )
  await count()
  await world.owner(
    `INSERT INTO population (area_kind, area_code, area_name, mid_year, people, source, loaded_at)
    SELECT kind, code, name, 2025, 10000, 'made up', now() FROM area WHERE kind = 'ward'`,
  )
})

describe('What a plan is evaluated by', () => {
  test('is proposed from the plan: its area, what it is about, the same months of the year before', async () => {
    const { run, world } = force()
    const id = await planInResponse()
    const form = await run('sergeantA', evaluationForm, { id })
    expect(form.treated).toEqual([world.areas.A1])
    expect(form.categories).toEqual(['burglary'])
    expect(form.times).toEqual(TIMES)
    // Without outlines what lies around is what lies in the same policing area, and it is not proposed for comparison.
    expect(form.proposals.ring.map(({ name }) => name)).toEqual(['Alder'])
    expect(form.proposals.comparison.map(({ name }) => name)).toEqual(['Beech', 'Brook'])
    expect(form.proposals.comparison[0]?.reasons.join(' ')).toContain('rate is about that of the treated area')
    expect(form.proposals.leftOut).toEqual([{ why: expect.stringContaining('touches'), areas: 1 }])
  })
  test('takes outlines for what lies around, where they are loaded', async () => {
    const { run, world } = force()
    const box = (west: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [west, 51],
          [west + 0.1, 51],
          [west + 0.1, 51.1],
          [west, 51.1],
          [west, 51],
        ],
      ],
    })
    // Side by side: Abbey, Beech, Brook; Alder lies far away.
    for (const [area, west] of [
      ['A1', -1],
      ['B1', -0.9],
      ['B2', -0.8],
      ['A2', 1],
    ] as const)
      await world.owner('UPDATE area SET boundary = $2 WHERE id = $1', [world.areas[area], box(west)])
    const { proposals } = await run('sergeantA', evaluationForm, { id: await planInResponse() })
    expect(proposals.ring.map(({ name }) => name)).toEqual(['Beech'])
    // Brook touches the ring.
    expect(proposals.comparison.map(({ name }) => name)).toEqual(['Alder'])
    await world.owner('UPDATE area SET boundary = NULL')
  })
  test('is chosen from the response on, of areas of one kind, of times as long as one another', async () => {
    const { plan, world } = force()
    await expect(choose(await plan())).rejects.toMatchObject({ rule: 'POP15' })
    const id = await planInResponse()
    const { areas } = world
    const refusal = (more: object, field: string) =>
      expect(choose(id, more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    await refusal({ treated: areas.A }, 'comparison')
    await refusal({ treated: [] }, 'treated')
    await refusal({ comparison: areas.A1 }, 'comparison')
    await refusal({ ring: areas.B1 }, 'ring')
    await refusal({ categories: [] }, 'categories')
    await refusal({ afterTo: '2026-09-30' }, 'afterTo')
    await refusal({ afterFrom: '2025-10-01' }, 'afterFrom')
    await refusal({ reason: '' }, 'reason')
    await expect(choose(id, {}, 'auditor')).rejects.toBeInstanceOf(Forbidden)
    await expect(choose(id, {}, 'officerB')).rejects.toBeInstanceOf(NotFound)
  })
  test('is kept when it is chosen anew, and who chose it; nothing of it can be changed', async () => {
    const { world } = force()
    const id = await planInResponse()
    expect(await choose(id)).toMatchObject({ number: 1 })
    expect(await choose(id, { comparison: world.areas.B1, ring: [] }, 'commanderA')).toMatchObject({ number: 2 })
    const { versions, definition } = await read(id)
    expect(versions.map(({ version, chosenBy }) => [version, chosenBy])).toEqual([
      [2, 'Supt Hale'],
      [1, 'PS Ellis'],
    ])
    expect([definition?.version, definition?.comparison.length]).toEqual([2, 1])
    expect((await read(id, 'sergeantA', 1)).definition?.comparison.map(({ name }) => name)).toEqual(['Beech', 'Brook'])
    await expect(read(id, 'sergeantA', 3)).rejects.toBeInstanceOf(NotFound)
  })
  test('goes with its plan: whoever may not open that reads nothing of it', async () => {
    const id = await planInResponse()
    await choose(id)
    await expect(read(id, 'officerB')).rejects.toBeInstanceOf(NotFound)
    const { world, run, seen } = force()
    const to = {
      kind: 'problem-plan',
      area: String(world.areas.B1),
      unit: String(world.units.teamB),
      marking: 'OFFICIAL',
      reason: 'Theirs',
    }
    await run('commanderA', handOnRecord, { ...(await seen(id)), ...to })
    const rows = await world.owner<{ same: boolean }>(
      `SELECT r.area_id IS NOT DISTINCT FROM e.area_id AND r.unit_id IS NOT DISTINCT FROM e.unit_id AS same
      FROM record r JOIN problem_evaluation e ON e.plan_id = r.id WHERE r.id = $1`,
      [id],
    )
    expect(rows).toEqual([{ same: true }])
    expect((await read(id, 'officerB')).definition?.version).toBe(1)
    await expect(read(id)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('What the counts show', () => {
  test('where half as many came, and elsewhere as many as before: better, with its interval, and nothing moved', async () => {
    const id = await planInResponse()
    await choose(id)
    const found = await counted(id)
    // Seven months of 20 and of 10, 50 elsewhere, 10 around; the to and fro evens out but for the ends.
    expect(found.treated.before).toBeGreaterThan(135)
    expect(found.treated.before).toBeLessThan(145)
    expect(found.treated.after).toBeGreaterThan(65)
    expect(found.treated.after).toBeLessThan(75)
    expect(found.comparison).toMatchObject({ areas: ['Beech', 'Brook'] })
    expect(found.verdict).toBe('better')
    expect(found.interval?.low).toBeGreaterThan(1.3)
    expect(found.interval?.value).toBeCloseTo(2, 0)
    expect(found.effect).toMatch(/Relative effect (1\.9|2\.0|2\.1)/)
    expect(found.displacement).toContain('quotient')
    expect(found.series).toContain('It dropped at once')
    expect(found.harm).toContain('No crime counted here has a value')
    expect(found.precision).toBe('day')
    expect(found.months.length).toBe(31)
    expect(found.months.find(({ month }) => month === '2026-10')?.expected).toBeGreaterThan(12)
  })
  test('where nothing changed, no difference; where it doubled, worse: both said as plainly', async () => {
    const { world } = force()
    const beside = { comparison: world.areas.B1, ring: [] }
    const id = await planInResponse()
    await choose(id, { categories: 'vehicle-crime', ...beside })
    expect(await counted(id)).toMatchObject({
      verdict: 'not-shown',
      effect: expect.stringContaining('within what chance makes'),
      displacement: expect.stringContaining('No areas around it were chosen'),
      ring: null,
    })
    await choose(id, { categories: 'robbery', ...beside })
    expect(await counted(id)).toMatchObject({ verdict: 'worse', effect: expect.stringContaining('more came') })
  })
  test('is not claimed from fewer than ten, nor without anywhere to compare with', async () => {
    const { world } = force()
    const id = await planInResponse()
    await choose(id, { categories: 'bicycle-theft', comparison: world.areas.B1, ring: [] })
    expect(await counted(id)).toMatchObject({ verdict: 'refused', effect: expect.stringContaining('fewer than 10') })
    await choose(id, { comparison: [], ring: [] })
    expect(await counted(id)).toMatchObject({ verdict: 'refused', comparison: null })
  })
  test('is of harm as well, where crimes have a value of the index', async () => {
    const { world } = force()
    await world.owner(
      `INSERT INTO crime (occurrence_id, offence_words, offence_standing, harm_days, harm_edition, harm_estimated)
      SELECT id, 'Robbery', 'valid', 365, '2026', false FROM occurrence WHERE category = 'robbery'`,
    )
    const id = await planInResponse()
    await choose(id, { categories: 'robbery', comparison: world.areas.B1, ring: [] })
    expect(await counted(id)).toMatchObject({
      harmVerdict: 'worse',
      harm: expect.stringContaining('Robbery (365 days each)'),
    })
  })
  test('is counted as its reader: who may not see an area’s rows gets nothing of them, not even how many', async () => {
    const { world } = force()
    const id = await planInResponse()
    await choose(id, { categories: 'other-theft', comparison: world.areas.B1, ring: [] })
    expect((await counted(id)).verdict).toBe('better')
    const clearance = (marking: string) =>
      world.owner('UPDATE account SET clearance = $2 WHERE id = $1', [world.personas.commanderA.account, marking])
    await clearance('OFFICIAL')
    const seen = await counted(id, 'commanderA')
    expect([seen.treated.before, seen.treated.after, seen.verdict]).toEqual([0, 0, 'refused'])
    expect(seen.months.every(({ treated }) => treated === 0)).toBe(true)
    expect(seen.comparison?.before).toBeGreaterThan(100)
    await clearance('OFFICIAL-SENSITIVE')
  })
  test('is refused in words for months that are not loaded or not over, and counted once they are', async () => {
    const id = await planInResponse()
    const later = Object.fromEntries(
      Object.entries(TIMES).map(([name, day]) => [name, day.startsWith('2025') ? day : day.replace('2026', '2027')]),
    )
    await choose(id, later)
    expect((await read(id)).found).toMatchObject({ kind: 'refused', words: expect.stringContaining('2027') })
    await choose(id, {
      ...TIMES,
      afterFrom: '2026-05-01',
      afterTo: '2026-11-30',
      beforeFrom: '2025-05-01',
      beforeTo: '2025-11-30',
    })
    expect((await read(id)).found).toMatchObject({ kind: 'refused', words: expect.stringContaining('November 2026') })
  })
})

describe('Street files', () => {
  const years = { beforeFrom: '2020-01-01', beforeTo: '2020-12-31', afterFrom: '2021-01-01', afterTo: '2021-12-31' }

  test('are counted by whole months, and say so', async () => {
    const { world } = force()
    const id = await planInResponse()
    await choose(id, { ...years, comparison: world.areas.B1, ring: [] })
    expect(await counted(id)).toMatchObject({
      precision: 'month',
      treated: { before: 108, after: 108 },
      verdict: 'not-shown',
      cautions: expect.arrayContaining([expect.stringContaining('known by month')]),
    })
  })
  test('are not split within a month: refused at the field, with why', async () => {
    const split = {
      ...years,
      beforeFrom: '2020-01-15',
      beforeTo: '2020-12-14',
      afterFrom: '2021-01-15',
      afterTo: '2021-12-14',
    }
    await expect(choose(await planInResponse(), split)).rejects.toMatchObject({
      fields: { beforeFrom: expect.stringContaining('whole months') },
    })
  })
})

describe('A closed plan', () => {
  test('says whether it held by the counts, once the time after goes on beyond its end', async () => {
    const { world, open } = force()
    const id = await planInResponse()
    await choose(id)
    const close = (at: string) =>
      world.owner(`UPDATE record SET stage = 'closed', opened_at = '2026-01-05', closed_at = $2 WHERE id = $1`, [
        id,
        at,
      ])
    expect((await open(id)).heldByCounts).toBeNull()
    await close('2026-07-01T10:00Z')
    expect((await open(id)).heldByCounts).toMatchObject({ held: 'held' })
    await close('2026-11-10T10:00Z')
    expect((await open(id)).heldByCounts).toMatchObject({ held: 'not-checked' })
    // It can be chosen anew after the end.
    expect(await choose(id)).toMatchObject({ number: 2 })
  })
})
