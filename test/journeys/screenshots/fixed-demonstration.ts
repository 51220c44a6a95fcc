import { join } from 'node:path'
import { migrateServer } from '../../../src/installation.ts'
import { serve } from '../../../src/serve.ts'
import { makeDemonstration } from '#modules/demonstration/index.ts'
import { readSettings } from '#platform/config/settings.ts'
import { databaseName, startEmbedded } from '#platform/db/embedded/embedded.ts'
import { findFreePort } from '../../service/service.ts'
import { makeTemporaryFolder } from '../../setup/temporary-folder.ts'

/** The moment of every screenshot: the data is frozen at 07:00, a day shift is on. */
export const MOMENT = new Date('2026-11-23T14:45:00Z')
const SEED = 2016

const silent = { info: () => undefined, warn: console.warn, error: console.error }

/** Serves the whole demonstration force as it is at that moment, from a folder of its own, while `use` runs. */
export async function withFixedDemonstration(use: (origin: string) => Promise<void>): Promise<void> {
  const folder = makeTemporaryFolder('screenshots')
  const embedded = await startEmbedded({ dataFolder: folder.path, log: silent })
  try {
    const appUrl = embedded.urlFor('frankpledge_app', databaseName)
    const { ownerUrl } = embedded
    await migrateServer({ appUrl, ownerUrl, embedded: true, own: true, stop: () => Promise.resolve() }, MOMENT)
    await makeDemonstration({ ownerUrl, seed: SEED, asOf: '2026-11-23', now: MOMENT })
    const settings = readSettings({
      PORT: String(await findFreePort()),
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      FRANKPLEDGE_DATA: join(folder.path, 'files'),
      REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
    })
    const quiet = { say: () => undefined, progress: () => undefined }
    // Settings refuse a demonstration in a database that is named; this one was made as a demonstration.
    const running = await serve({ ...settings, demo: true }, quiet, { now: () => MOMENT })
    try {
      await use(running.address)
    } finally {
      await running.stop()
    }
  } finally {
    await embedded.stop()
    folder.remove()
  }
}
