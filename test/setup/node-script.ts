import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'

export type NodeScript = {
  readonly child: ChildProcess
  /** The next line that the script prints; undefined once it has ended. */
  nextLine(): Promise<string | undefined>
  /** Kills the script with SIGKILL, if it still runs, and removes its bundle. */
  kill(): Promise<void>
}

/** Runs a TypeScript file in a Node process of its own, for tests that kill one. */
export const startNodeScript = (file: string, ...parameters: string[]): NodeScript => {
  const bundle = join('.cache', 'test-scripts', `${process.pid}-${Math.random().toString(36).slice(2)}.mjs`)
  buildSync({
    entryPoints: [file],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const child = spawn(process.execPath, [bundle, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    nextLine: async () => {
      const next = await lines.next()
      return next.done === true ? undefined : next.value
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(bundle, { force: true })
    },
  }
}
