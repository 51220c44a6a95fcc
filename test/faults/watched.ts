import { joinEmbedded } from '#platform/db/embedded/join-embedded.ts'
import { findDatabasePid, isHealthy, startService, type Service } from '../service/service.ts'
import { setTimeout as sleep } from 'node:timers/promises'

export type Victim = 'the server' | 'the database' | 'both'

/** The product as it runs in service: whatever ends is started again, by nothing more than starting it. */
export interface Watched {
  readonly origin: string
  /** Kills (-9); what is to be killed may be gone already. */
  kill(victim: Victim): Promise<void>
  /** Starts the server where it is gone, and waits for nothing. */
  startAgain(): void
  /** Starts the server where it is gone. Gives the milliseconds until it answered, on a living database, that it can serve. */
  comeBack(withinSeconds: number): Promise<number>
  /** How to reach the database as its owner, past the product. */
  ownerUrl(): string
  end(): Promise<void>
}

export function watch(dataFolder: string, port: number): Watched {
  const start = (): Service => startService({ dataFolder, port })
  let service = start()
  let killedDatabase: number | null = null
  const killDatabase = (): void => {
    const pid = findDatabasePid(dataFolder)
    if (pid === null) return
    killedDatabase = pid
    killIfThere(pid)
  }
  // A server that ended because its database ended too often, as it should, is simply started again too.
  const startAgain = (): void => {
    if (service.ended()) service = start()
  }
  // Connections outlive a killed database server by a moment, so an answer alone does not say that it is back.
  const isBack = async (): Promise<boolean> =>
    findDatabasePid(dataFolder) !== killedDatabase && (await isHealthy(service.origin))
  return {
    origin: service.origin,
    async kill(victim) {
      if (victim !== 'the server') killDatabase()
      if (victim !== 'the database') await service.kill()
    },
    startAgain,
    async comeBack(withinSeconds) {
      const from = performance.now()
      while (performance.now() - from < withinSeconds * 1_000) {
        startAgain()
        if (await isBack()) return performance.now() - from
        await sleep(10)
      }
      throw new Error(`It did not come back within ${withinSeconds} s.`)
    },
    ownerUrl() {
      const joined = joinEmbedded(dataFolder)
      if (joined === undefined) throw new Error('No database server runs.')
      return joined.ownerUrl
    },
    end: () => service.stop(),
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
