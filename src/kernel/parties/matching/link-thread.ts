// A thread that links parts of a store beside another (link-parts.ts): the records lie in memory that both see.
import { parentPort, workerData } from 'node:worker_threads'
import { SETTINGS, takeRecords } from '#calculations/linkage/index.ts'
import { carried } from '#platform/edge.ts'
import { createPartLinker, type Part } from './link-part.ts'
import type { LinkWork } from './link-parts.ts'

const { shared, model } = carried<LinkWork>(workerData)
const link = createPartLinker(takeRecords(shared, SETTINGS), model)
// One after the other: answered in the order in which they were asked.
let last = Promise.resolve()
parentPort?.on('message', (part: Part) => {
  // What fails here ends the thread, and is told as its error.
  last = last.then(async () => parentPort?.postMessage(await link(part)))
})
