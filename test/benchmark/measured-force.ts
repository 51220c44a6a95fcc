import { setTimeout as sleep } from 'node:timers/promises'
import { freshestDay, makeDemonstration } from '#modules/demonstration/index.ts'
import { databaseName } from '#platform/db/embedded/embedded.ts'
import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { findFreePort, startService, type Service } from '../service/service.ts'
import { makeTemporaryFolder } from '../setup/temporary-folder.ts'
import { readGoldSet, type GoldQuery } from './gold-set.ts'
import type { MeasuredStore } from './measured-store.ts'

const SEED = 2016

/** How to connect to the measured database as this role. */
export type UrlFor = (role: string) => string

/** Makes a demonstration force of so many records of people in the store. Gives the name-match gold set that comes with it. */
export async function makeForce(
  { owner, dataFolder }: MeasuredStore,
  size: { readonly people: number; readonly scale: number },
): Promise<{ readonly gold: readonly GoldQuery[]; readonly urlFor: UrlFor; readonly ownerUrl: string }> {
  const joined = joinEmbedded(dataFolder)
  if (joined === undefined) throw new Error('The database cannot be reached.')
  const folder = makeTemporaryFolder('gold')
  const now = new Date()
  const { ownerUrl } = joined
  await makeDemonstration({ ownerUrl, asOf: freshestDay(now), seed: SEED, now, ...size, truthFolder: folder.path })
  await owner.pool.query('VACUUM ANALYZE')
  const gold = readGoldSet(folder.path)
  folder.remove()
  return { gold, urlFor: (role) => joined.urlFor(role, databaseName), ownerUrl }
}

/**
 * The server on it, ready: the people of the demonstration have done their year of work, and all records were compared with
 * one another, as on every night.
 */
export async function serveForce(
  { dataFolder, owner }: MeasuredStore,
  { urlFor, ownerUrl }: { readonly urlFor: UrlFor; readonly ownerUrl: string },
): Promise<Service> {
  const service = startService({
    dataFolder,
    port: await findFreePort(),
    settings: { DATABASE_URL: urlFor('frankpledge_app'), DATABASE_OWNER_URL: ownerUrl },
  })
  try {
    await service.ready(600)
    await linked(owner)
    return service
  } catch (error) {
    await service.stop()
    throw error
  }
}

/**
 * Says that all records were compared today, so that the server does not begin with it: of millions it takes most of an hour. Nobody
 * is one with anybody else then.
 */
export async function countAsLinked({ pool }: MeasuredStore['owner']): Promise<void> {
  await pool.query(
    `INSERT INTO job_run (id, kind, title, input, state, asked_at, started_at, ended_at)
    VALUES (gen_random_uuid(), 'parties.relink', 'Not compared', '{}', 'done', now(), now(), now())`,
  )
}

/** Until the first comparing of all records is over. */
async function linked({ pool }: MeasuredStore['owner']): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ state: string; error: string | null }>(
      `SELECT state, error FROM job_run WHERE kind = 'parties.relink' AND state IN ('done', 'failed', 'cancelled')`,
    )
    if (rows.some(({ state }) => state === 'done')) return
    if (rows[0] !== undefined) throw new Error(`The records were not compared: ${rows[0].error ?? rows[0].state}`)
    await sleep(1_000)
  }
}
