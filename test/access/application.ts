import type { FastifyInstance } from 'fastify'
import { makeLook } from '#kernel/web/look.tsx'
import { registerSignIn } from '#modules/sign-in/index.ts'
import { registerOwnPages } from '#modules/victims/index.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { createFolderFileStore } from '#platform/files/folder-file-store.ts'
import { registerHealth } from '#platform/http/health.ts'
import { registerPreferences } from '#platform/http/preferences.ts'
import { createApp } from '../../src/app.ts'
import { modulesOf } from '../../src/modules.ts'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'
import type { World } from '../world/world.ts'

/** Where “Leave this page” on a victim's own page leads. */
export const PAGE_EXIT = 'https://elsewhere.example/weather'

export interface Application {
  readonly server: FastifyInstance
  /** Everything it answers to: "GET /areas/:id". */
  readonly routes: readonly string[]
  readonly files: FileStore
}

/** The product as a force runs it, on a test's database; not listening. */
export async function makeApplication(world: World): Promise<Application> {
  const assets = { url: (name: string) => `/assets/${name}` }
  const routes: string[] = []
  const files = createFolderFileStore({ folder: makeTemporaryFolder('access-files').path })
  const server = await createApp({
    store: world.store,
    modules: modulesOf(files),
    look: makeLook({ assets, force: 'Vale', demonstration: false, navigation: [] }),
    version: 'test',
    notificationsEvery: 50,
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
      registerOwnPages(app, {
        store: world.store,
        assets,
        secure: true,
        exitAddress: PAGE_EXIT,
        codesPerMinute: 1_000_000,
      })
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
  return { server, files, routes: routes.toSorted((a, b) => a.localeCompare(b)) }
}
