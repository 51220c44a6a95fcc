import type { FileStore } from '#platform/files/file-store.ts'
import { systemClock } from '#platform/clock/clock.ts'
import type { Store } from '#platform/db/transaction.ts'
import { migrateServer, openFiles, openServer, openStore, type DatabaseServer } from '../installation.ts'
import type { CommandCall, CommandResult } from './command.ts'

interface Reached {
  readonly server: DatabaseServer
}

/** Reaches the database server for one command, and lets it go afterwards. */
export async function withServer(
  call: CommandCall,
  work: (reached: Reached) => Promise<CommandResult>,
): Promise<CommandResult> {
  const log = { info: () => undefined, warn: call.say, error: call.say }
  const server = await openServer(call.settings, log, (error) => call.say(error.message))
  try {
    return await work({ server })
  } finally {
    await server.stop()
  }
}

interface Opened extends Reached {
  readonly store: Store
  readonly files: FileStore
}

/** The same with the application's own connection, on a database that is brought to this release where that is ours to do. */
export async function withStore(
  call: CommandCall,
  work: (opened: Opened) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withServer(call, async ({ server }) => {
    if (server.own) await migrateServer(server, new Date())
    let closing = false
    // A connection that ends while all of them are being ended is no news.
    const store = openStore(server, call.settings, systemClock, (error) => {
      if (!closing) call.say(error.message)
    })
    try {
      return await work({ server, store, files: openFiles(call.settings) })
    } finally {
      closing = true
      await store.pool.end()
    }
  })
}
