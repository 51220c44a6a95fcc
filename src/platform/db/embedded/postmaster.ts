import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { clearRecycledPid, readPostmasterFile } from './postmaster-file.ts'
import { findProcess, isAlive, type ProcessIdentity, waitUntilGone } from './process-identity.ts'
import { type RunAs, spawnAs } from './run-as.ts'

/** What a server process is started from. */
export type ServerPlan = {
  readonly binaries: Binaries
  readonly arguments: readonly string[]
  readonly clusterFolder: string
  readonly runAs: RunAs
  readonly logFile: string
}

/** How a server process ended; both null when it was not our own child and nobody can tell. */
export type ServerExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type Postmaster = { readonly identity: ProcessIdentity; readonly exited: Promise<ServerExit> }

const startRetryMilliseconds = 5_000
const largestLog = 10 * 1024 * 1024

const openLog = (file: string): { descriptor: number; start: number } => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(file, `${file}.1`)
  return { descriptor: openSync(file, 'a', 0o600), start: size > largestLog ? 0 : size }
}

const readLogSince = (file: string, start: number): string =>
  readFileSync(file).subarray(start).toString('utf8').trim().split('\n').slice(-8).join('\n')

/** Starts the server in a process group of its own, so that Ctrl-C in the terminal reaches us and not it. */
const launch = (plan: ServerPlan, descriptor: number) => {
  const child = spawn(plan.binaries.postgres, plan.arguments, {
    ...spawnAs(plan.runAs),
    cwd: plan.clusterFolder,
    env: plan.binaries.environment,
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  })
  const state: { exit: ServerExit | undefined } = { exit: undefined }
  const exited = new Promise<ServerExit>((resolve) => {
    const end = (exit: ServerExit): void => {
      state.exit = exit
      resolve(exit)
    }
    child.once('exit', (code, signal) => end({ code, signal }))
    child.once('error', () => end({ code: 127, signal: null }))
  })
  // The server outlives a killed Node process anyway; nor should it keep a finished one from ending.
  child.unref()
  return { pid: child.pid, state, exited }
}

/** One attempt. Answers undefined when the server ended before it was ready; recovery after a crash may take its time. */
const attempt = async (plan: ServerPlan, descriptor: number): Promise<Postmaster | undefined> => {
  const { pid, state, exited } = launch(plan, descriptor)
  const identity = pid === undefined ? undefined : findProcess(pid)
  while (state.exit === undefined && identity !== undefined) {
    const file = readPostmasterFile(plan.clusterFolder)
    if (file?.pid === pid && file?.ready === true) return { identity, exited }
    await sleep(10)
  }
  return undefined
}

/**
 * Starts the server and waits until it answers. A start right after a crash can fail while the dead server's children are
 * still going, so it is tried again for 5 seconds.
 *
 * @throws {EmbeddedDatabaseError} with the last lines of the server's log.
 */
export const startPostmaster = async (plan: ServerPlan): Promise<Postmaster> => {
  const { descriptor, start } = openLog(plan.logFile)
  const deadline = performance.now() + startRetryMilliseconds
  try {
    do {
      clearRecycledPid(plan.clusterFolder)
      const started = await attempt(plan, descriptor)
      if (started !== undefined) return started
      await sleep(100)
    } while (performance.now() < deadline)
  } finally {
    closeSync(descriptor)
  }
  throw new EmbeddedDatabaseError(
    `The database server does not start. Its log, ${plan.logFile}, ends:\n${readLogSince(plan.logFile, start)}`,
  )
}

/** Watches a server that an earlier process started: it is nobody's child here, so it is looked at twice a second. */
export const watchAdopted = (identity: ProcessIdentity): Postmaster => ({
  identity,
  exited: new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(identity)) return
      clearInterval(timer)
      resolve({ code: null, signal: null })
    }, 500)
    timer.unref()
  }),
})

const signal = (identity: ProcessIdentity, name: NodeJS.Signals): void => {
  if (!isAlive(identity)) return
  try {
    process.kill(identity.pid, name)
  } catch {
    // It ended in between, which is what was wanted.
  }
}

/**
 * Stops the server: connections are closed and everything is written (SIGINT). If it is still there after
 * `patienceMilliseconds`, it is stopped at once (SIGQUIT, then SIGKILL); the next start then recovers, losing nothing.
 */
export const stopPostmaster = async (identity: ProcessIdentity, patienceMilliseconds = 60_000): Promise<void> => {
  const steps = [
    ['SIGINT', patienceMilliseconds],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [name, milliseconds] of steps) {
    signal(identity, name)
    if (await waitUntilGone(identity, milliseconds)) return
  }
  throw new EmbeddedDatabaseError(`The database server (pid ${identity.pid}) cannot be stopped.`)
}
