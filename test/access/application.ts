import type { FastifyInstance } from 'fastify'
import type { Module } from '#kernel/module.ts'
import { makeLook } from '#kernel/web/look.tsx'
import { whyOperations, whyRoutes } from '#modules/assurance/why/index.ts'
import { registerSignIn } from '#modules/sign-in/index.ts'
import { registerHealth } from '#platform/http/health.ts'
import { registerPreferences } from '#platform/http/preferences.ts'
import { createApp } from '../../src/app.ts'
import { modules } from '../../src/modules.ts'
import type { World } from '../world/world.ts'

export interface Application {
  readonly server: FastifyInstance
  /** Everything it answers to: "GET /areas/:id". */
  readonly routes: readonly string[]
}

/** Joins the list of modules with its first user; until then it is tried by itself. */
const why: Module = {
  name: 'why',
  operations: whyOperations,
  routes: whyRoutes,
  navigation: [],
  jobs: [],
  subscriptions: [],
}

/** The product as a force runs it, on a test's database; not listening. */
export async function makeApplication(world: World): Promise<Application> {
  const assets = { url: (name: string) => `/assets/${name}` }
  const known = modules.flatMap((module) => module.operations).some(({ name }) => name === 'access.explain')
  const routes: string[] = []
  const server = await createApp({
    store: world.store,
    modules: known ? modules : [...modules, why],
    look: makeLook({ assets, force: 'Vale', demonstration: false, navigation: [] }),
    version: 'test',
    assetsFolder: null,
    requestsPerMinute: 1_000_000,
    secure: true,
    logLevel: 'silent',
    publicRoutes: (app) => {
      app.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`)
      })
      registerHealth(app, world.store, 'test', [])
      registerPreferences(app, true)
      registerSignIn(app, {
        store: world.store,
        site: { assets, force: 'Vale', demonstration: false },
        provider: null,
        publicUrl: () => 'https://force.example',
        secure: true,
        attemptsPerMinute: 1_000_000,
      })
    },
  })
  await server.ready()
  return { server, routes: routes.toSorted((a, b) => a.localeCompare(b)) }
}
