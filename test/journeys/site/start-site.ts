import { readSettings } from '#platform/config/settings.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { replaceInUrl } from '#platform/db/connection-url.ts'
import { makeTemporaryFolder } from '../../setup/temporary-folder.ts'
import { findFreePort } from '../../service/service.ts'
import { serve } from '../../../src/serve.ts'
import { assetsFolder } from '../../../src/paths.ts'
import { existsSync } from 'node:fs'

/** The whole product, as a newcomer starts it, on a database of the tests. */
export interface RunningSite {
  readonly origin: string
  stop(): Promise<void>
}

const quiet = { say: () => undefined, progress: () => undefined }

/** Serves the demonstration that is in this database, on a free port of the loopback address. */
export async function startSite(ownerUrl: string, clock?: Clock): Promise<RunningSite> {
  if (!existsSync(assetsFolder))
    throw new Error('The journeys need the built assets: run `node scripts/build.mjs` first.')
  const folder = makeTemporaryFolder('journeys')
  try {
    const settings = readSettings({
      PORT: String(await findFreePort()),
      DATABASE_URL: replaceInUrl(ownerUrl, { role: 'frankpledge_app' }),
      DATABASE_OWNER_URL: ownerUrl,
      FRANKPLEDGE_DATA: folder.path,
      REQUESTS_PER_MINUTE: '1000000',
      DATABASE_POOL: '10',
      LOG_LEVEL: 'warn',
    })
    // A demonstration of its own database is refused by the settings; this database was made as one.
    const running = await serve({ ...settings, demo: true }, quiet, clock)
    return {
      origin: running.address,
      async stop() {
        await running.stop()
        folder.remove()
      },
    }
  } catch (error) {
    folder.remove()
    throw error
  }
}
