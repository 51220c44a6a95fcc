import { findInstallation } from '#kernel/installation.ts'
import { assertLowRole, RoleTooHigh } from '#platform/access/low-role.ts'
import { databaseLevel } from '#platform/db/level.ts'
import { missingPartitions } from '#platform/db/partitions.ts'
import type { Store } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { migrationsFolder } from '../paths.ts'
import { look, well, wrong, type Finding } from './check.ts'

const OLDEST = 150_000
const MOST_SKEW_SECONDS = 5

/** What can be wrong with the database, as the application sees it. */
export async function databaseChecks(store: Store, demo: boolean): Promise<Finding[]> {
  return [
    await look('database version', () => version(store)),
    await look('migrations', () => level(store)),
    await look('database role', () => role(store)),
    await look('partitions', () => partitions(store)),
    await look('clocks', () => clocks(store)),
    await look('installation', () => installation(store, demo)),
  ]
}

async function version(store: Store): Promise<Finding> {
  const [row] = rowsAs<{ number: number; words: string }>(
    await store.pool.query(
      `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS words`,
    ),
  )
  const words = `PostgreSQL ${row?.words ?? 'of unknown version'}.`
  return (row?.number ?? 0) >= OLDEST
    ? well('database version', words)
    : wrong('database version', `${words} Use 15 or later.`)
}

async function level(store: Store): Promise<Finding> {
  const { at, newest } = await databaseLevel(store, migrationsFolder)
  if (at === newest) return well('migrations', `At ${newest}.`)
  if (at === null) return wrong('migrations', 'The database was never migrated: run `frankpledge migrate`.')
  return at > newest
    ? wrong(
        'migrations',
        `The database is at ${at}, ahead of this release (${newest}): install the release that it is of.`,
      )
    : wrong('migrations', `The database is at ${at}, this release needs ${newest}: run \`frankpledge migrate\`.`)
}

async function role(store: Store): Promise<Finding> {
  try {
    await assertLowRole(store.pool)
    return well('database role', 'Owns nothing and cannot pass row-level security.')
  } catch (error) {
    if (error instanceof RoleTooHigh) return wrong('database role', error.message)
    throw error
  }
}

async function partitions(store: Store): Promise<Finding> {
  const client = await store.pool.connect()
  try {
    const missing = await missingPartitions(client, store.clock.now())
    if (missing.length === 0) return well('partitions', 'This month’s and the next are there.')
    return wrong('partitions', `Missing: ${missing.join(', ')}. Run \`frankpledge migrate\`, every month or oftener.`)
  } finally {
    client.release()
  }
}

async function clocks(store: Store): Promise<Finding> {
  const [row] = rowsAs<{ now: Date }>(await store.pool.query('SELECT clock_timestamp() AS now'))
  const skew = Math.abs((row?.now.getTime() ?? 0) - store.clock.now().getTime()) / 1000
  if (skew <= MOST_SKEW_SECONDS) return well('clocks', 'The clocks of this machine and of the database agree.')
  return wrong(
    'clocks',
    `The database's clock differs by ${skew.toFixed(0)} seconds: set both by the same time server.`,
  )
}

async function installation(store: Store, demo: boolean): Promise<Finding> {
  const found = await findInstallation(store)
  if (found === null)
    return wrong('installation', 'Not set up yet: run `frankpledge setup`, or `npm start` for a demonstration.')
  if (demo && !found.demonstration)
    return wrong(
      'installation',
      'FRANKPLEDGE_DEMO is on, and this is a real installation: it will not start. Turn it off.',
    )
  return well('installation', `${found.forceName}${found.demonstration ? ', a demonstration' : ''}.`)
}
