import { createRandom } from '#calculations/random/random.ts'
import { shuffle } from '#calculations/random/choices.ts'

/** One number from each party, so that neither chooses the rows alone. */
export interface Seeds {
  readonly inspector: number
  readonly force: number
}

/**
 * EFF03 A sample anybody can draw again: the rows in the order of their ids, shuffled by both parties' numbers, the first
 * `size` of them. The same rows and numbers give the same sample on every machine; the order in which the rows came does not
 * matter, and neither does how many of them are the same row.
 */
export function drawSample(ids: readonly string[], seeds: Seeds, size: number): readonly string[] {
  const random = createRandom(`sample ${seeds.inspector} ${seeds.force}`)
  return shuffle(random, inOrder(ids)).slice(0, size)
}

/** `occurrence:9` before `occurrence:10`: by length, then by letter, each once. */
export function inOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
}
