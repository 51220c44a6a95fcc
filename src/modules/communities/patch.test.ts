import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { carried } from '#platform/edge.ts'
import { partiesOf } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { logEngagement } from './commands/log-engagement.ts'
import { problemSolvingModule } from '#modules/problem-solving/index.ts'
import { showPatchWith, type Patch } from './queries/patch.ts'

const showPatch = showPatchWith(problemSolvingModule.onPatch ?? [])
const POINTS = 2_000
const OCCURRENCES = 20_000
const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  const { owner, areas } = world
  await owner(
    `INSERT INTO location (longitude, latitude, cell8, cell9) SELECT -1 + n / 1e5, 51, '88', '89' FROM generate_series(1, ${POINTS}) n`,
  )
  await owner('INSERT INTO location_area SELECT id, CASE WHEN id % 10 = 0 THEN $1::bigint ELSE $2 END FROM location', [
    areas.A1,
    areas.B1,
  ])
  // Ten in an hour, back from noon: 24 in Abbey in a day. Numbers at whose tenth the point is in Abbey.
  await owner(
    `INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
      location_precision, location_text, known_at)
    SELECT 'demonstration', 'vale', CASE WHEN n % 20 = 0 THEN 'asb' ELSE 'crime' END,
      CASE WHEN n % 20 = 0 THEN 'anti-social-behaviour' ELSE 'burglary' END, at, at + interval '1 minute', 'minute',
      date_trunc('month', at AT TIME ZONE 'Europe/London')::date, l.id, 'exact', 'High Street', at
    FROM (SELECT n, $1::timestamptz - n * interval '6 minutes' AS at FROM generate_series(1, ${OCCURRENCES}) n) o
      JOIN location l ON l.id = 1 + (n + ${POINTS} - 1) % ${POINTS}`,
    [world.store.clock.now()],
  )
  await owner('ANALYZE')
}, 60_000)
afterAll(() => world.close())

async function patchOf(persona: 'sergeantA' | 'officerB', input: object = {}): Promise<Patch> {
  const { patch } = showPatch.output.parse(await world.run(persona, showPatch, input))
  if (patch === null) throw new Error('There is no patch.')
  return patch
}

describe('My patch this shift', () => {
  test('says what happened in my area since, the latest first, and nothing of the area beside', async () => {
    const { area, happened, more } = await patchOf('sergeantA')
    expect(area.id).toBe(world.areas.A1)
    expect(happened).toHaveLength(24)
    expect(more).toBe(false)
    expect(happened.filter(({ kind }) => kind === 'asb')).toHaveLength(12)
    expect(happened[0]?.from).toBe('2026-11-23T11:00:00.000Z')
    expect((await patchOf('sergeantA', { since: '48' })).happened).toHaveLength(48)
  })

  test('leaves out what is known to the month only, of another force, or closed to me', async () => {
    const [newest] = (await patchOf('sergeantA')).happened
    const change = (set: string) => world.owner(`UPDATE occurrence SET ${set} WHERE id = $1`, [newest?.id])
    const shown = async () => (await patchOf('sergeantA')).happened.length
    for (const [set, back] of [
      [`precision = 'month'`, `precision = 'minute'`],
      ['comparison = true', 'comparison = false'],
      [`compartment_id = ${world.compartment}`, 'compartment_id = NULL'],
    ] as const) {
      await change(set)
      expect(await shown(), set).toBe(23)
      await change(back)
    }
    expect(await shown()).toBe(24)
  })

  test('warns of the addresses where something happened, as far as I may see, and of no protected one', async () => {
    const parties = partiesOf(world)
    const address = await parties.address()
    const [occurrence] = (await patchOf('sergeantA')).happened
    await parties.role(address, 'scene', occurrence?.id ?? 0)
    await parties.marker(address, 'weapons')
    await parties.marker(address, 'protected')
    await parties.marker(address, 'violent', { compartment: world.compartment })
    const elsewhere = await parties.address({ number: '9' })
    await parties.marker(elsewhere, 'weapons')
    expect((await patchOf('sergeantA')).warnings).toMatchObject([{ address, kind: 'weapons' }])
    expect((await patchOf('officerB')).warnings).toEqual([])
  })

  test('says what I owe, who waits for an answer, and who was not heard', async () => {
    const { areas } = world
    await world.run('sergeantA', logEngagement, {
      area: areas.A1,
      kind: 'patrol-chat',
      heard: ['young'],
      issue1: 'asb',
      issue1Answer: 'yes',
    })
    const mine = await patchOf('sergeantA')
    expect(mine.feedback).toMatchObject([{ category: 'asb', dueAt: '2026-12-21T23:59:59.000Z', owner: 'PS Ellis' }])
    expect(mine.duties).toMatchObject([{ title: 'Give feedback: Anti-social behaviour' }])
    expect(mine.coverage.groups.find(({ group }) => group === 'young')).toMatchObject({ standing: 'heard', times: 1 })
    // Somebody who asks for a patch that is not theirs gets their own.
    const theirs = await patchOf('officerB', { area: String(areas.A1) })
    expect(theirs).toMatchObject({ area: { id: areas.B1 }, feedback: [], duties: [], coverage: { engagements: 0 } })
  })

  test('has none for somebody whose unit has no area', async () => {
    expect(await world.run('auditor', showPatch, {})).toEqual({ patch: null })
  })
})

describe('The page of a patch is quick', () => {
  test('it walks indexes, in sixteen statements or fewer', async () => {
    const { statements, scans, plan } = await plansOf((tx) => showPatch.run(tx, { area: null, since: '24' }))
    expect(scans, plan).toEqual([])
    expect(statements).toBeLessThanOrEqual(16)
    expect(plan).toContain('occurrence_location')
    expect(plan).toContain('engagement_area')
    expect(plan).toContain('engagement_issue_owed')
  })

  test('and is there at once', async () => {
    const times: number[] = []
    for (let n = 0; n < 3; n += 1) {
      const started = performance.now()
      await patchOf('sergeantA', { since: '168' })
      times.push(performance.now() - started)
    }
    if (process.env['SHOW_TIMES'] === 'yes')
      process.stdout.write(`${times.map((one) => one.toFixed(0)).join(' ')} ms\n`)
    // Not the promise: a bound that a scan for each point would break on any machine, however busy.
    expect(Math.min(...times)).toBeLessThan(1_000)
  })
})

/** What the page asks of the database, each statement as it is sent, and what of it has no index to go by. */
async function plansOf(work: (tx: Tx) => Promise<unknown>) {
  const who = await world.signIn('sergeantA')
  return transaction(world.store, who, { requestId: 'r', purpose: 'p', origin: 'o' }, async (entered) => {
    const tx = await entered.open()
    const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = []
    const client = new Proxy(tx.client, {
      get: (target, name) =>
        name === 'query'
          ? (sql: string, values: readonly unknown[] = []) => {
              asked.push({ sql, values })
              return target.query(sql, [...values])
            }
          : carried(Reflect.get(target, name)),
    })
    await work({ ...tx, client })
    // Small tables are read whole where that is cheaper: with that forbidden, what is left has no index to go by.
    await tx.client.query('SET LOCAL enable_seqscan = off')
    let plan = ''
    for (const { sql, values } of asked) {
      const { rows } = await tx.client.query<pg.QueryResultRow & { 'QUERY PLAN': string }>(
        `EXPLAIN (COSTS OFF) ${sql}`,
        [...values],
      )
      plan += `${rows.map((row) => row['QUERY PLAN']).join('\n')}\n\n`
    }
    // Where the force is stands in one row.
    const scans = [...plan.matchAll(/Seq Scan on (\w+)/g)]
      .map((found) => found[1])
      .filter((table) => table !== 'installation')
    return { value: { statements: asked.length, scans, plan }, audit: [] }
  })
}
