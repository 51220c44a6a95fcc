import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { TestDatabase } from '#platform/db/testing.ts'
import { meet } from '#platform/http/call.ts'
import { registerPages, sendErrorPage } from '#platform/http/pages.ts'
import { createServer } from '#platform/http/server.ts'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { about } from '#platform/operations/define.ts'
import { query } from '#kernel/operations.ts'
import { registerSignIn, type SignInDeps } from '../../src/modules/sign-in/index.ts'
import { buildWorld, type World } from '../world/world.ts'
import { newBrowser, type Browser } from './browser.ts'

export interface TestSite {
  readonly world: World
  readonly server: FastifyInstance
  readonly origin: string
  browser(): Browser
  /** A browser at another site. */
  browserAt(origin: string): Browser
  close(): Promise<void>
}

/** Says who asks: the least that a page behind the doors can be. */
const whoami = query({
  name: 'test.whoami',
  summary: 'Who am I?',
  input: z.object({}),
  output: z.string(),
  access: { staff: 'any', partner: 'any' },
  purpose: 'test',
  audit: { event: 'test.asked', subjects: about.nobody },
  run: async (tx) => `${tx.reader.name}, ${tx.reader.postingTitle ?? ''}`,
})

/** The doors on a real server and database, with one page behind them; the demonstration's provider unless said. */
export async function makeSite(
  database: TestDatabase,
  provider: SignInDeps['provider'] = 'demonstration',
): Promise<TestSite> {
  const world = await buildWorld(database, { at: new Date().toISOString() })
  // Proof of identity is measured against the machine's own clock, so the world's keeps time with it here.
  const store = { ...world.store, clock: { now: () => new Date() } }
  const server = await createServer({
    assetsFolder: null,
    requestsPerMinute: 10_000,
    secure: false,
    logLevel: 'silent',
  })
  let origin = ''
  const assets = { url: (name: string) => `/assets/${name}` }
  registerSignIn(server, {
    store,
    site: { assets, force: 'Vale', demonstration: provider === 'demonstration' },
    provider,
    publicUrl: () => origin,
    secure: false,
    attemptsPerMinute: 10_000,
  })
  const look = {
    page: (view: string) => view,
    error: (problem: { detail: string }) => problem.detail,
  }
  const view = (model: unknown) => String(model)
  registerPages<string>(server, { store, look }, [
    { type: 'page', path: '/whoami', query: whoami, view },
    { type: 'page', path: '/', query: whoami, view },
  ])
  server.setErrorHandler((error, request, reply) => sendErrorPage(request, reply, error, meet(), look.error))
  origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const csrfOf = async (cookie: string | undefined): Promise<string> => {
    if (cookie === undefined) return ''
    const sql = 'SELECT csrf_token FROM session WHERE token_hash = $1'
    return (await world.owner<{ csrf_token: string }>(sql, [tokenHash(cookie)]))[0]?.csrf_token ?? ''
  }
  return {
    world,
    server,
    origin,
    browser: () => newBrowser(origin, csrfOf),
    browserAt: (other) => newBrowser(other, csrfOf),
    async close() {
      await server.close()
      await world.close()
    },
  }
}
