import { shuffle } from '#calculations/random/choices.ts'
import { createRandom } from '#calculations/random/random.ts'

/** VCO-08: so many of these, each as likely as any other: in the order of their ids, shuffled by the seed. The same again gives the same. */
export function drawByLot(ids: readonly string[], seed: number, size: number): readonly string[] {
  return shuffle(createRandom(`call-backs ${seed}`), [...new Set(ids)].toSorted()).slice(0, size)
}
