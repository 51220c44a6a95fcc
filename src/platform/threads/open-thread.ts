import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Beside the server where it is bundled; from the sources, and from a bundled program of the tests, where the build puts it. */
const PLACES = ['', '../../../dist/', '../../dist/'] as const

/**
 * A thread of its own for long work, so that the pages of the server do not wait for it. The program is one that
 * `scripts/build.mjs` bundles under this name. What it is given, and what it says, must be data that can be copied.
 */
export function openThread(program: string, workerData: unknown): Worker {
  const files = PLACES.map((place) => fileURLToPath(new URL(`${place}${program}.mjs`, import.meta.url)))
  const file = files.find((one) => existsSync(one))
  if (file === undefined) throw new Error(`${program} is not built: run \`node scripts/build.mjs\` first.`)
  return new Worker(file, { workerData })
}
