import { Worker } from 'node:worker_threads'
import {
  clusterLinks,
  createLinker,
  createScorer,
  createTable,
  keysOfRows,
  learn,
  oddsBits,
  prepareRecords,
  SETTINGS,
  shareRecords,
  tableOf,
  type Link,
  type LinkageModel,
  type PersonRecord,
  type Scorer,
} from '#calculations/linkage/index.ts'
import { percentile } from '../figure.ts'
import { makePeople, PEOPLE_MAPPING } from './people.ts'
import { qualityOf } from './quality.ts'
import type { Work } from './worker.ts'

const STRETCH = 5_000

/** Links a store of made-up people whole, on two threads, then sets a new record beside it many times. */
export async function relinkWhole(count: number) {
  const { records, truth } = makePeople(count)
  if (records.length === 0) return undefined
  const started = performance.now()
  const table = createTable(PEOPLE_MAPPING)
  for (const record of records) table.add(record)
  const prepared = prepareRecords(table.rows(), SETTINGS)
  const readyAt = performance.now()
  const model = learn(prepared, PEOPLE_MAPPING)
  const learntAt = performance.now()
  const least = oddsBits(SETTINGS.threshold)
  const stretches = Array.from(
    { length: Math.ceil(count / STRETCH) },
    (_, at) => [at * STRETCH, Math.min(count, (at + 1) * STRETCH)] as const,
  )
  const half = (rest: number) => stretches.filter((_, at) => at % 2 === rest)
  const work: Work = { shared: shareRecords(prepared), model, stretches: half(1), least }
  const elsewhere = inWorker(work)
  const linker = createLinker(prepared, model, least)
  const links: Link[] = []
  let compared = 0
  for (const [from, to] of half(0))
    compared += linker.link(from, to, (left, right, bits) => links.push({ left, right, bits }))
  const other = await elsewhere
  for (let i = 0; i < other.found.length; i += 3)
    links.push({ left: other.found[i] ?? 0, right: other.found[i + 1] ?? 0, bits: other.found[i + 2] ?? 0 })
  compared += other.compared
  const linkedAt = performance.now()
  const groups = clusterLinks(links, least, linker.bitsOf)
  const groupedAt = performance.now()
  return {
    records: count,
    pairs: compared,
    seconds: (groupedAt - started) / 1000,
    parts: {
      ready: (readyAt - started) / 1000,
      learn: (learntAt - readyAt) / 1000,
      link: (linkedAt - learntAt) / 1000,
      group: (groupedAt - linkedAt) / 1000,
    },
    peakBytes: process.resourceUsage().maxRSS * 1024,
    quality: qualityOf(links, groups, truth, least),
    incremental: addOneByOne(records, model),
  }
}

function inWorker(work: Work): Promise<{ found: Float64Array; compared: number }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('./scripts/program.mjs', { argv: ['test/benchmark/linkage/worker.ts'], workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Milliseconds of one new record against the store: its keys, those that share one, and their scores. */
function addOneByOne(records: readonly PersonRecord[], model: LinkageModel) {
  const index = new Map<string, number[]>()
  for (let from = 0; from < records.length; from += 10_000) {
    const keys = keysOfRows(tableOf(PEOPLE_MAPPING, records.slice(from, from + 10_000)), SETTINGS)
    for (const [at, list] of keys.entries())
      for (const key of list) {
        const sharing = index.get(key)
        if (sharing === undefined) index.set(key, [from + at])
        else sharing.push(from + at)
      }
  }
  const largest = new Map(model.rules.map((rule) => [rule.number, rule.largest]))
  const scorer: Scorer = createScorer(model)
  const times: number[] = []
  const candidateCounts: number[] = []
  for (let at = 0; at < 300; at++) {
    const record = records[(at * 7919) % records.length] ?? {}
    const started = performance.now()
    const found = new Set<number>()
    for (const key of keysOfRows(tableOf(PEOPLE_MAPPING, [record]), SETTINGS)[0] ?? []) {
      const sharing = index.get(key) ?? []
      if (sharing.length <= (largest.get(Number(key.split(':')[0])) ?? 0)) for (const one of sharing) found.add(one)
    }
    scorer.score(
      record,
      [...found].map((one) => records[one] ?? {}),
    )
    times.push(performance.now() - started)
    candidateCounts.push(found.size)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), candidates: percentile(candidateCounts, 0.5) }
}
