import { openPool } from '#platform/db/database.ts'
import type { TestDatabase } from '#platform/db/testing.ts'
import { makeApplication } from '../access/application.ts'
import { buildWorld, type World } from '../world/world.ts'
import { layLine, type Line } from './cut-line.ts'
import { sessionOf, type Session } from './session.ts'

export interface Answer {
  readonly status: number
  readonly text: string
}

/** The product listening on a port, its database at the end of a line that can be cut. */
export interface RunningApplication {
  readonly world: World
  readonly line: Line
  readonly administrator: Session
  readonly origin: string
  get(path: string): Promise<Answer>
  /** Sends a command as the administrator. */
  send(path: string, input: Readonly<Record<string, unknown>>, key?: string): Promise<Answer>
  close(): Promise<void>
}

export async function runApplication(database: TestDatabase): Promise<RunningApplication> {
  const world = await buildWorld(database, { at: new Date().toISOString() })
  const line = await layLine(database.urlFor('frankpledge_app'))
  const pool = openPool({ url: line.url, poolSize: 8, statementTimeout: 20_000 })
  const { server } = await makeApplication({ ...world, store: { ...world.store, pool } })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const administrator = await sessionOf(world, 'administrator')
  const { cookie, csrf } = administrator
  const answerOf = async (response: Response) => ({ status: response.status, text: await response.text() })
  return {
    world,
    line,
    administrator,
    origin,
    get: async (path) => answerOf(await fetch(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' })),
    send: async (path, input, key) =>
      answerOf(
        await fetch(`${origin}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            cookie,
            'x-csrf-token': csrf,
            ...(key !== undefined && { 'idempotency-key': key }),
          },
          body: JSON.stringify(input),
        }),
      ),
    async close() {
      await server.close()
      await pool.end()
      await line.end()
      await world.close()
    },
  }
}
