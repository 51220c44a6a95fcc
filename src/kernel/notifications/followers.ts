import type { EventStream } from '#platform/http/event-stream.ts'
import type { Unseen } from './count.ts'

/** One open stream, and what it was last sent. */
export interface Follower {
  readonly session: Uint8Array
  readonly account: string
  readonly stream: EventStream
  /** Id of the last event that the browser has; null for none. */
  sent: string | null
}

/** As many streams as one session may have open: a tab more ends the oldest, which waits for nothing it could not read anew. */
const MOST_A_SESSION = 4

/** Everybody whose browser listens to this process. */
export class Followers {
  readonly #all = new Set<Follower>()

  get all(): readonly Follower[] {
    return [...this.#all]
  }

  add(follower: Follower): void {
    const same = this.all.filter(({ session }) => Buffer.compare(session, follower.session) === 0)
    for (const oldest of same.slice(0, Math.max(0, same.length + 1 - MOST_A_SESSION))) this.end(oldest, 'elsewhere')
    this.#all.add(follower)
    follower.stream.onEnd(() => this.#all.delete(follower))
  }

  /** Ends a stream and says why, so that the browser does not come again: `elsewhere`, or `ended` with its session. */
  end(follower: Follower, why: 'elsewhere' | 'ended'): void {
    this.#all.delete(follower)
    follower.stream.send({ id: '', name: why, data: {} })
    follower.stream.end()
  }
}

/**
 * Sends what there is to see, unless the browser has it already. Nothing but a number and a reference. Gives whether it was
 * something new.
 */
export function sendUnseen(follower: Follower, { count, latest }: Unseen): boolean {
  const id = `${count}.${latest ?? 'none'}`
  if (follower.sent === id) return false
  follower.sent = id
  follower.stream.send({ id, name: 'unseen', data: { count, latest } })
  return true
}
