import { weightedChoice } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'

/**
 * A drawer of words listed by how common they are. Frequencies fall as one over the rank (Zipf); the larger `flatness`, the
 * less the first stand out. Underscores stand for spaces inside a name: `De_Souza`.
 */
export function byFrequency(words: string, flatness: number): (random: Random) => string {
  return weightedChoice(wordsOf(words).map((word, rank) => [word, 1 / (rank + 1 + flatness)]))
}

export function wordsOf(words: string): string[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))
}
