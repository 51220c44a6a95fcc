import { randomInt } from 'node:crypto'
import pg from 'pg'

/** First half of the advisory lock's key; the second is the worker's own number. */
const WORKERS = 727_003

/**
 * A worker's sign of life: an advisory lock held by a connection of its own. When the process dies, however it dies, the
 * server lets the lock go within a moment, and whoever finds it free knows that its runs are lost.
 */
export interface SignOfLife {
  readonly key: number
  /** Holds the lock, making the connection anew where it was lost. */
  hold(): Promise<void>
  /** Whether the worker with that key is dead. */
  isDead(key: number): Promise<boolean>
  end(): Promise<void>
}

export function signOfLife(connection: pg.ClientConfig): SignOfLife {
  const key = randomInt(1, 2_147_483_647)
  let client: pg.Client | null = null
  const connected = async (): Promise<pg.Client> => {
    if (client !== null) return client
    const made = new pg.Client({ ...connection, application_name: 'frankpledge worker alive' })
    made.on('error', () => {
      if (client === made) client = null
    })
    await made.connect()
    await made.query(`SELECT pg_advisory_lock(${WORKERS}, $1)`, [key])
    client = made
    return made
  }
  return {
    key,
    async hold() {
      await connected()
    },
    async isDead(other) {
      const made = await connected()
      const { rows } = await made.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${WORKERS}, $1) AS free`, [
        other,
      ])
      const free = rows[0]?.free === true
      if (free) await made.query(`SELECT pg_advisory_unlock(${WORKERS}, $1)`, [other])
      return free
    },
    async end() {
      const made = client
      client = null
      await made?.end()
    },
  }
}
