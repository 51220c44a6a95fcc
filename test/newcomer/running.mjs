// A server started by a command, in a process group of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Settings of this machine that a newcomer does not have. */
const OURS =
  /^(DATABASE_|FRANKPLEDGE_|OIDC_|PORT$|HOST$|PUBLIC_URL$|LOG_LEVEL$|NODE_OPTIONS$|AUDIT_|REQUESTS_|CI$|npm_)/

export function newcomersEnvironment(more = {}) {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))), ...more }
}

/** Starts a command; what it says is kept. */
export function startCommand(command, { cwd, port, env = {} }) {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: newcomersEnvironment({ PORT: String(port), ...env }),
  })
  const gone = once(child, 'exit')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const signal = async (name) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
    await gone
  }
  return {
    said: () => said,
    /** Waits for /health 200; throws, with what was said, when it ends before or takes longer. */
    async ready(within) {
      const started = performance.now()
      while (performance.now() - started < within * 1_000) {
        if (await isHealthy(port)) return
        if (child.exitCode !== null) throw new Error(`it ended (${child.exitCode}):\n${said.slice(-2_000)}`)
        await sleep(50)
      }
      throw new Error(`not ready within ${within} s:\n${said.slice(-2_000)}`)
    },
    /** Ctrl-C, as a terminal sends it: to everything that was started. */
    stop: () => signal('SIGINT'),
    kill: () => signal('SIGKILL'),
  }
}

async function isHealthy(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

export async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}
