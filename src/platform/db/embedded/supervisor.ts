import type { EmbeddedOptions } from './embedded-options.ts'
import { findOrphan, formatServerOptions, readPostmasterFile, readServerOptions } from './postmaster-file.ts'
import { type Postmaster, type ServerPlan, startPostmaster, stopPostmaster, watchAdopted } from './postmaster.ts'
import type { ProcessIdentity } from './process-identity.ts'

export type Supervisor = { readonly adopted: boolean; serverPid(): number; stop(): Promise<void> }

type Listeners = Pick<EmbeddedOptions, 'log' | 'onExit' | 'onRestart' | 'onGivenUp'>

const mostExits = 5
const exitWindowMilliseconds = 60_000

/** A server left over by a killed process is kept if it is the one we would start and it answers; else it is stopped. */
const takeOver = async (
  orphan: ProcessIdentity,
  plan: ServerPlan,
  answers: () => Promise<boolean>,
): Promise<Postmaster | undefined> => {
  const wanted = formatServerOptions(plan.binaries.postgres, plan.arguments)
  const same = readServerOptions(plan.clusterFolder) === wanted
  if (same && readPostmasterFile(plan.clusterFolder)?.ready === true && (await answers())) return watchAdopted(orphan)
  await stopPostmaster(orphan)
  return undefined
}

/** Starts or takes over the server and keeps it running until stopped. */
export const supervise = async (
  plan: ServerPlan,
  { log, onExit, onRestart, onGivenUp }: Listeners,
  answers: () => Promise<boolean>,
): Promise<Supervisor> => {
  const orphan = findOrphan(plan.clusterFolder)
  const kept = orphan === undefined ? undefined : await takeOver(orphan, plan, answers)
  if (orphan !== undefined) {
    const end = kept === undefined ? 'it was stopped and is started anew' : 'it is taken over'
    log.info(`A database server was left running by an earlier process (pid ${orphan.pid}): ${end}.`)
  }

  let current = kept ?? (await startPostmaster(plan))
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()
  let exits: number[] = []

  const giveUp = (error: Error): void => {
    log.error(error.message)
    onGivenUp?.(error)
  }

  const restart = async (): Promise<void> => {
    const now = performance.now()
    exits = [...exits.filter((time) => now - time < exitWindowMilliseconds), now]
    if (exits.length > mostExits) {
      giveUp(new Error(`The database server ended ${exits.length} times within a minute. Its log is ${plan.logFile}.`))
      return
    }
    try {
      current = await startPostmaster(plan)
    } catch (error) {
      giveUp(error instanceof Error ? error : new Error(String(error)))
      return
    }
    log.info(`The database server is back (pid ${current.identity.pid}).`)
    watch()
    onRestart?.()
  }

  const watch = (): void => {
    void current.exited.then((exit) => {
      if (stopping) return
      log.warn(
        `The database server ended unasked (${exit.signal ?? exit.code ?? 'cause unknown'}); it is started again.`,
      )
      restarting = restart()
      onExit?.(exit)
    })
  }

  watch()
  return {
    adopted: kept !== undefined,
    serverPid: () => current.identity.pid,
    stop: async () => {
      stopping = true
      await restarting
      await stopPostmaster(current.identity)
    },
  }
}
