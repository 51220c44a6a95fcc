import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { buildWorld, type World } from '../world/world.ts'
import { layOut, reviewed, writeGrid, type Grid } from './grid.ts'
import { EQUIVALENT, mutationsOf, type Policy } from './mutations.ts'
import { everyWay, probesFor, tryProbe, type Probe, type Way } from './probes.ts'
import { seedEveryTable } from './seed.ts'

/** What each role and person may do with the rows of each table: reviewed by hand, cell by cell. */
const FILE = 'policies.csv'

const database = withTestDatabase()
let world: World
let client: pg.PoolClient
let ways: Way[]
let probes: Probe[]

beforeAll(async () => {
  world = await buildWorld(database())
  await seedEveryTable(world)
  ways = await everyWay(world)
  client = await world.store.pool.connect()
  probes = await probesFor(world)
})
afterAll(async () => {
  client.release()
  await world.close()
})

async function rowOf(probe: Probe): Promise<Record<string, string>> {
  const cells: [string, string][] = [['rows', String(probe.rows)]]
  for (const way of ways) cells.push([way.name, await tryProbe(client, way, probe)])
  return Object.fromEntries(cells)
}

/** Whether anybody may now do something else with its rows than the file says: those first whom the policy is for. */
async function differs(
  probe: Probe,
  roles: readonly string[],
  truth: Readonly<Record<string, string>>,
): Promise<boolean> {
  const meant = (way: Way) => roles.some((role) => way.enter.includes(`ROLE ${role};`))
  for (const way of [...ways.filter(meant), ...ways.filter((way) => !meant(way))])
    if ((await tryProbe(client, way, probe)) !== truth[way.name]) return true
  return false
}

describe('Of the rows of each table', () => {
  test('there are some to try the policies on', () => {
    const empty = probes.filter((probe) => probe.rows === 0).map((probe) => probe.table)
    expect(empty, 'add rows for these to test/access/seed.ts').toEqual([])
  })

  test('everybody may read, add, change and delete as many as policies.csv says', async () => {
    const found: Grid = {}
    for (const probe of probes) found[probe.table] = await rowOf(probe)
    expect(writeGrid('table', found), layOut(FILE, 'table', found)).toBe(writeGrid('table', reviewed(FILE)))
  }, 120_000)
})

describe('Without any one policy', () => {
  test('something in policies.csv is no longer true', async () => {
    const truth = reviewed(FILE)
    const policies = await world.owner<Policy>(
      `SELECT tablename, policyname, permissive, roles::text[] AS roles, cmd, qual, with_check FROM pg_policies
      WHERE schemaname = 'public' ORDER BY tablename, policyname`,
    )
    const unnoticed: string[] = []
    for (const policy of policies) {
      const probe = probes.find((one) => one.table === policy.tablename)
      if (probe === undefined) throw new Error(`${policy.tablename} has policies that are switched off.`)
      for (const mutation of mutationsOf(policy)) {
        await world.owner(mutation.apply)
        if (!(await differs(probe, policy.roles, truth[policy.tablename] ?? {}))) unnoticed.push(mutation.name)
        await world.owner(mutation.restore)
      }
    }
    for (const probe of probes) expect(await rowOf(probe)).toEqual(truth[probe.table])
    expect(unnoticed, 'seed a row on which these make a difference').toEqual(Object.keys(EQUIVALENT))
    expect(policies.length).toBeGreaterThan(60)
  }, 300_000)
})
