import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packageRoot } from '../../src/paths.ts'

/** The product's own server in a process of its own, built as it is in production. */
export interface Service {
  readonly origin: string
  readonly pid: number
  /** Whether the process is gone. */
  ended(): boolean
  /** Milliseconds since the start of the process until `/health` answered 200. Throws, with its log, when it does not. */
  ready(withinSeconds?: number): Promise<number>
  /** Ends it as the system does. Settles when the process is gone. */
  stop(): Promise<void>
  /** Kills it (-9). Settles when the process is gone. */
  kill(): Promise<void>
}

export interface ServicePlan {
  readonly dataFolder: string
  readonly port: number
  readonly settings?: Readonly<Record<string, string>>
  readonly node?: string
}

/** Settings of this machine that must not reach the server under test. */
const OURS = /^(DATABASE_|FRANKPLEDGE_|OIDC_|PORT$|HOST$|PUBLIC_URL$|LOG_LEVEL$|NODE_OPTIONS$|AUDIT_|REQUESTS_)/

/** Starts the server on a data folder. Its log goes to `server.log` there. */
export function startService({ dataFolder, port, settings = {}, node = process.execPath }: ServicePlan): Service {
  const started = performance.now()
  const logFile = join(dataFolder, 'server.log')
  const log = openSync(logFile, 'a')
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const child = spawn(node, [join(packageRoot, 'dist/cli.mjs'), 'serve'], {
    stdio: ['ignore', log, log],
    env: {
      ...Object.fromEntries(inherited),
      FRANKPLEDGE_DATA: dataFolder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '100000000',
      ...settings,
    },
  })
  closeSync(log)
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    pid: child.pid ?? -1,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    async ready(withinSeconds = 60) {
      while (performance.now() - started < withinSeconds * 1_000) {
        if (await isHealthy(origin)) return performance.now() - started
        if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}): ${lastLines(logFile)}`)
        await sleep(10)
      }
      throw new Error(`The server was not ready within ${withinSeconds} s: ${lastLines(logFile)}`)
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Whether `/health` answers 200 at this moment. */
export async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

/** A port of the loopback address that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}

/** The process of the embedded database server of a data folder; null when none says that it runs. */
export function findDatabasePid(dataFolder: string): number | null {
  const cluster = readdirSync(dataFolder).find((name) => /^postgresql-\d+$/.test(name))
  const file = join(dataFolder, cluster ?? '', 'postmaster.pid')
  if (cluster === undefined) return null
  const pid = Number.parseInt(readIfThere(file), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** A server that ends takes the file away, between any two looks at it. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
