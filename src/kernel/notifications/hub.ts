import { setTimeout as sleep } from 'node:timers/promises'
import { systemReader } from '#platform/access/reader.ts'
import { findLiveSessions } from '#platform/access/sessions.ts'
import { asGate } from '#platform/db/gate.ts'
import { transaction, type Store, type Who } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { SignInNeeded } from '#platform/errors/errors.ts'
import { readUnseen } from './count.ts'
import { Followers, sendUnseen, type Follower } from './followers.ts'

export interface HubOptions {
  readonly store: Store
  readonly log: { warn(details: object, message: string): void }
  /** Milliseconds between looks at the notifications of all who listen. */
  readonly every?: number | undefined
}

/** Sends to browsers what they have not seen. One cheap question every few seconds for all of them, however many they are. */
export interface Hub {
  follow(this: void, follower: Follower): void
  stop(this: void): Promise<void>
}

/** Looks between two in which it is asked whether the sessions still live. */
const LOOKS_A_SESSION = 5

export function notificationHub({ store, log, every = 3_000 }: HubOptions): Hub {
  const followers = new Followers()
  const stopping = new AbortController()
  let marks: ReadonlyMap<string, string> = new Map()
  let looping: Promise<void> | undefined

  const loop = async (): Promise<void> => {
    for (let look = 1; followers.all.length > 0 && !stopping.signal.aborted; look++) {
      await sleep(every, undefined, { signal: stopping.signal }).catch(() => undefined)
      try {
        if (look % LOOKS_A_SESSION === 0) await endOver(store, followers)
        marks = await sendNews(store, followers, marks)
      } catch (error) {
        // The database is away: the streams stay, and the next look tells what was missed.
        log.warn({ err: error }, 'notifications')
      }
    }
    looping = undefined
  }
  return {
    follow(follower) {
      followers.add(follower)
      // What it was sent when it came may be another state than the one that was looked at last.
      marks = new Map([...marks].filter(([account]) => account !== follower.account))
      looping ??= loop()
    },
    async stop() {
      stopping.abort()
      await looping
      for (const { stream } of followers.all) stream.end()
    },
  }
}

async function endOver(store: Store, followers: Followers): Promise<void> {
  // Those who come while this is asked were not asked for: nothing is known of them.
  const asked = followers.all
  const hashes = asked.map(({ session }) => session)
  const live = await asGate(store, (client, now) => findLiveSessions(client, hashes, now))
  const known = new Set(live.map(keyOf))
  for (const follower of asked) if (!known.has(keyOf(follower.session))) followers.end(follower, 'ended')
}

/** Asks anew for those of whom something changed, each under their own eyes. Gives the marks by which to know the next time. */
async function sendNews(
  store: Store,
  followers: Followers,
  before: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const marks = await readMarks(store, [...new Set(followers.all.map(({ account }) => account))])
  const told = new Set<Follower>()
  for (const follower of followers.all) {
    const changed = marks.get(follower.account) !== before.get(follower.account)
    if (changed || !before.has(follower.account)) await tell(store, followers, follower)
    told.add(follower)
  }
  // One who came while this was asked is asked for again at the next look.
  const late = new Set(followers.all.filter((follower) => !told.has(follower)).map(({ account }) => account))
  return new Map([...marks].filter(([account]) => !late.has(account)))
}

/** How each account's unseen notifications stand: not how many it may open, only whether anything changed. */
async function readMarks(store: Store, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const request = { requestId: 'notifications', purpose: 'own work', origin: 'notifications' }
  const rows = await transaction(store, { reader: systemReader('system:notifications') }, request, async (entered) => {
    const { client } = await entered.open()
    const result = await client.query(
      `SELECT a.id, (SELECT count(*) || ' ' || max(at) FROM notification n WHERE n.account_id = a.id AND n.seen_at IS NULL)
        AS mark FROM unnest($1::uuid[]) AS a (id)`,
      [accounts],
    )
    return { value: rowsAs<{ id: string; mark: string | null }>(result), audit: [] }
  })
  return new Map(rows.map(({ id, mark }) => [id, mark ?? 'none']))
}

async function tell(store: Store, followers: Followers, follower: Follower): Promise<void> {
  const who: Who = { session: follower.session, passive: true }
  const request = { requestId: 'notifications', purpose: 'own work', origin: 'notifications' }
  try {
    const unseen = await transaction(store, who, request, async (entered) => ({
      value: await readUnseen(await entered.open()),
      audit: [],
    }))
    sendUnseen(follower, unseen)
  } catch (error) {
    if (!(error instanceof SignInNeeded)) throw error
    followers.end(follower, 'ended')
  }
}

function keyOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64url')
}
