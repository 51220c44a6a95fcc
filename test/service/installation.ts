import { migrateServer } from '../../src/installation.ts'
import { databaseName, startEmbedded, type EmbeddedPostgres } from '#platform/db/embedded/embedded.ts'
import { tokenHash } from '#platform/http/session-cookie.ts'
import { makeTemporaryFolder, type TemporaryFolder } from '../setup/temporary-folder.ts'
import { PERSONAS, type PersonaName } from '../world/personas.ts'
import { buildWorld, type World } from '../world/world.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A persona who is signed in: what a browser of theirs sends. */
export interface SignedIn {
  readonly persona: PersonaName
  readonly account: string
  readonly cookie: string
  readonly csrf: string
}

/** A data folder with a small force in it, as a server of the product finds it, and sessions of some who work there. */
export interface PreparedInstallation {
  readonly dataFolder: string
  readonly signedIn: readonly SignedIn[]
  /** Removes the folder; a database server that was left running in it is stopped first. */
  remove(): Promise<void>
}

export interface InstallationPlan {
  readonly name: string
  /** Each of these once, in this order. */
  readonly personas: readonly PersonaName[]
  /** What else is to be in the database, put there as its owner. */
  readonly fill?: (world: World) => Promise<void>
}

/** Makes the database of a small force on the embedded PostgreSQL, settings as in production, and leaves it stopped. */
export async function prepareInstallation({ name, ...plan }: InstallationPlan): Promise<PreparedInstallation> {
  const folder = makeTemporaryFolder(name)
  try {
    const signedIn = await fillInstallation(folder.path, plan)
    return { dataFolder: folder.path, signedIn, remove: () => removeInstallation(folder) }
  } catch (error) {
    folder.remove()
    throw error
  }
}

/** The same in a folder that is there already, which the caller removes. */
export async function fillInstallation(
  dataFolder: string,
  plan: Omit<InstallationPlan, 'name'>,
): Promise<readonly SignedIn[]> {
  const embedded = await startEmbedded({ dataFolder, log: silent })
  try {
    return await fillDatabase(embedded, plan)
  } finally {
    await embedded.stop()
  }
}

async function fillDatabase(embedded: EmbeddedPostgres, plan: Omit<InstallationPlan, 'name'>): Promise<SignedIn[]> {
  const urlFor = (role: string) => embedded.urlFor(role, databaseName)
  const appUrl = urlFor('frankpledge_app')
  const server = { appUrl, ownerUrl: embedded.ownerUrl, embedded: true, own: true, stop: () => Promise.resolve() }
  await migrateServer(server, new Date())
  const drop = () => Promise.resolve()
  const database = { name: databaseName, ownerUrl: embedded.ownerUrl, urlFor, drop }
  const world = await buildWorld(database, { at: new Date().toISOString() })
  try {
    await plan.fill?.(world)
    const signedIn: SignedIn[] = []
    for (const persona of plan.personas) signedIn.push(await signIn(world, persona))
    await world.owner('ANALYZE')
    return signedIn
  } finally {
    await world.close()
  }
}

async function signIn(world: World, persona: PersonaName): Promise<SignedIn> {
  const token = await world.token(persona)
  const sql = 'SELECT csrf_token FROM session WHERE token_hash = $1'
  const csrf = (await world.owner<{ csrf_token: string }>(sql, [tokenHash(token)]))[0]?.csrf_token
  if (csrf === undefined) throw new Error(`No session was made for ${PERSONAS[persona].name}`)
  return { persona, account: world.personas[persona].account, cookie: `fp_session=${token}`, csrf }
}

async function removeInstallation(folder: TemporaryFolder): Promise<void> {
  const embedded = await startEmbedded({ dataFolder: folder.path, log: silent })
  await embedded.stop()
  folder.remove()
}
