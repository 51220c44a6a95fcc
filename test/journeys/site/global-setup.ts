import { once } from 'node:events'
import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import type { TestDatabases } from '#platform/db/testing.ts'
import type { RunningSite } from './start-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers where the run's site is; it starts with the first question. */
    demonstrationSite: string
  }
}

/** What the journeys are told of the site that they share. */
export interface SharedSite {
  readonly origin: string
  /** The database of the force as it was made, to clone from; nobody is connected to it. */
  readonly force: string
  readonly database: string
}

/**
 * Vitest's global setup for the journeys: one server on one demonstration force for all of them, made when the first of them
 * asks, so that a run without journeys does not wait for it. Comes after the setup of the databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let site: Promise<{ readonly running: RunningSite; readonly shared: SharedSite }> | undefined
  const server = createServer((_request, response) => {
    site ??= start(project.getProvidedContext().databases)
    site.then(
      ({ shared }) => response.end(JSON.stringify(shared)),
      (error: unknown) =>
        response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port for the site of the journeys')
  project.provide('demonstrationSite', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    // A site that did not start has told the tests why.
    await site?.then(
      ({ running }) => running.stop(),
      () => undefined,
    )
  }
}

async function start(databases: TestDatabases) {
  // The product is read only now: most runs of the tests need none of it here.
  const { cloneDatabase, makeForce } = await import('./make-force.ts')
  const { startSite } = await import('./start-site.ts')
  const force = await makeForce(databases)
  const database = await cloneDatabase(databases, force)
  const running = await startSite(replaceInUrl(databases.ownerUrl, { database }))
  return { running, shared: { origin: running.origin, force, database } }
}
