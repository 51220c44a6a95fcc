import { wordsOf } from './words-of.ts'

/** A text as its words, each with how much it says; all together of length 1. */
export type WordVector = ReadonlyMap<string, number>

/** How much each word says among the texts: rare words say more. */
export type WordWeights = { readonly vectorOf: (text: string) => WordVector }

/**
 * Weights learnt from the texts: a word in a text weighs 1 + ln(times in it), times ln((1 + texts) / (1 + texts with
 * it)) + 1. A word that none of them has weighs as one that is in none. Source: G. Salton and C. Buckley, Information
 * Processing and Management 24 (1988) 513-523, smoothed as scikit-learn's TfidfVectorizer does.
 */
export function learnWordWeights(texts: readonly string[]): WordWeights {
  const textsWith = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) textsWith.set(word, (textsWith.get(word) ?? 0) + 1)
  }
  const rarity = (word: string) => Math.log((1 + texts.length) / (1 + (textsWith.get(word) ?? 0))) + 1
  return {
    vectorOf: (text) => {
      const times = new Map<string, number>()
      for (const word of wordsOf(text)) times.set(word, (times.get(word) ?? 0) + 1)
      const weights = [...times].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)] as const)
      const length = Math.hypot(...weights.map(([, weight]) => weight))
      return new Map(weights.map(([word, weight]) => [word, weight / length]))
    },
  }
}

/** What each word that both have adds to their likeness (the cosine is the sum), most first. */
export function sharedWords(a: WordVector, b: WordVector): { word: string; adds: number }[] {
  return [...a]
    .flatMap(([word, weight]) => {
      const other = b.get(word)
      return other === undefined ? [] : [{ word, adds: weight * other }]
    })
    .sort((one, next) => next.adds - one.adds || (one.word < next.word ? -1 : 1))
}
