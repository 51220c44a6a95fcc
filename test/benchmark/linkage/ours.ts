import {
  clusterLinks,
  createLinker,
  learn,
  oddsBits,
  prepareRecords,
  SETTINGS,
  tableOf,
  type ColumnMapping,
  type Link,
  type PersonRecord,
} from '#calculations/linkage/index.ts'
import { qualityOf, type Quality } from './quality.ts'

/** Pairs below this many bits are no part of any curve. */
const LEAST = -15

export interface Linked extends Quality {
  /** From records to learnt model and all pairs above the least weight, as the peers are timed. */
  readonly seconds: number
  readonly records: number
  readonly pairsCompared: number
}

/** Learns and links a set, with the settings as they are. */
export function linkSet(records: readonly PersonRecord[], truth: readonly string[], mapping: ColumnMapping): Linked {
  const started = performance.now()
  const prepared = prepareRecords(tableOf(mapping, records), SETTINGS)
  const linker = createLinker(prepared, learn(prepared, mapping), LEAST)
  const links: Link[] = []
  const pairsCompared = linker.link(0, records.length, (left, right, bits) => links.push({ left, right, bits }))
  const seconds = (performance.now() - started) / 1000
  const threshold = oddsBits(SETTINGS.threshold)
  const groups = clusterLinks(links, threshold, linker.bitsOf)
  return { seconds, records: records.length, pairsCompared, ...qualityOf(links, groups, truth, threshold) }
}
