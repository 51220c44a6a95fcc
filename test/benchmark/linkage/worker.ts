import { parentPort, workerData } from 'node:worker_threads'
import {
  createLinker,
  SETTINGS,
  takeRecords,
  type LinkageModel,
  type SharedRecords,
} from '#calculations/linkage/index.ts'

// Links the stretches it is given of records that lie in shared memory, and hands the pairs back as numbers.
export interface Work {
  readonly shared: SharedRecords
  readonly model: LinkageModel
  readonly stretches: readonly (readonly [number, number])[]
  readonly least: number
}

const { shared, model, stretches, least }: Work = workerData
const linker = createLinker(takeRecords(shared, SETTINGS), model, least)
const found: number[] = []
let compared = 0
for (const [from, to] of stretches)
  compared += linker.link(from, to, (left, right, bits) => found.push(left, right, bits))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread, not a window
parentPort?.postMessage({ found: Float64Array.from(found), compared })
