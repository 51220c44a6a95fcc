import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * One process for ever: a pid alone is used again, in a container within seconds (every first process is pid 1), so the
 * time it started goes with it.
 */
export type ProcessIdentity = { readonly pid: number; readonly started: string }

const linuxBootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** State letter and start time from /proc; undefined when there is no such process, or no /proc. */
const readProcStat = (pid: number): { state: string; startTicks: string } | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name stands in brackets and may itself hold brackets and blanks: count fields after the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

const askPs = (columns: string, pid: number): string | undefined => {
  try {
    const output = execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.trim() || undefined
  } catch {
    return undefined
  }
}

/** As {@link readProcStat}, by ps, for macOS. */
const readPsStat = (pid: number): { state: string; started: string } | undefined => {
  const [state, ...started] = askPs('state=,lstart=', pid)?.split(/\s+/) ?? []
  return state === undefined ? undefined : { state, started: started.join(' ') }
}

/** The process that has this pid now; undefined when there is none. A zombie (dead, not yet collected) counts as none. */
export const findProcess = (pid: number): ProcessIdentity | undefined => {
  if (process.platform === 'linux') {
    const stat = readProcStat(pid)
    if (stat === undefined || stat.state === 'Z' || stat.state === 'X') return undefined
    return { pid, started: `${linuxBootId()} ${stat.startTicks}` }
  }
  const stat = readPsStat(pid)
  return stat === undefined || stat.state.startsWith('Z') ? undefined : { pid, started: stat.started }
}

/** Whether that very process still runs. */
export const isAlive = (identity: ProcessIdentity): boolean => findProcess(identity.pid)?.started === identity.started

/** The identity of this process. */
export const getOwnIdentity = (): ProcessIdentity => {
  const own = findProcess(process.pid)
  if (own === undefined) throw new Error('This process cannot find itself in the process table')
  return own
}

/** The program that a process runs, by ps. */
export const findCommand = (pid: number): string | undefined => askPs('comm=', pid)

/** The folder that a process works in; undefined when it cannot be known (another user's process, or no /proc). */
export const findWorkingFolder = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Waits until the process is gone. Answers false when it still runs after `milliseconds`. */
export const waitUntilGone = async (identity: ProcessIdentity, milliseconds: number): Promise<boolean> => {
  const deadline = performance.now() + milliseconds
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false
    await sleep(20)
  }
  return true
}
