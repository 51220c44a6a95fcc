import { afterAll, beforeAll, inject } from 'vitest'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import { cloneDatabase } from './make-force.ts'
import { getSite } from './site.ts'
import { startSite, type RunningSite } from './start-site.ts'

/** A clock that goes with the machine's until it is put forward. */
export interface MovableClock {
  now(this: void): Date
  forward(this: void, minutes: number): void
}

/**
 * A site for the journeys around this call alone, where they may put the clock forward, or change who can do what, without
 * disturbing the others. `prepare` puts into its database, before it starts, what the force that all share does not have.
 */
export function withOwnSite(prepare: (databaseUrl: string) => Promise<void> = () => Promise.resolve()): {
  readonly origin: () => Promise<string>
  readonly clock: MovableClock
} {
  let site: RunningSite | undefined
  let ahead = 0
  const clock: MovableClock = {
    now: () => new Date(Date.now() + ahead),
    forward: (minutes) => {
      ahead += minutes * 60_000
    },
  }
  beforeAll(async () => {
    const { force } = await getSite()
    const databases = inject('databases')
    const database = await cloneDatabase(databases, force)
    const url = replaceInUrl(databases.ownerUrl, { database })
    await prepare(url)
    site = await startSite(url, clock)
  })
  afterAll(() => site?.stop())
  return {
    clock,
    origin: async () => {
      if (site === undefined) throw new Error('The site is there only within a test')
      return site.origin
    },
  }
}
