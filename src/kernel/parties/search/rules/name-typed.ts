import { nicknameGroup } from '#calculations/linkage/names/index.ts'
import { wordsOfName, wordsOfText } from '../../rules/name-words.ts'

/** A word of a name that was typed. */
export interface TypedWord {
  readonly word: string
  /** Words that it may be told by instead: what it makes with its neighbour, or what it is made with. */
  readonly also: readonly string[]
}

/**
 * The words of a name that somebody is to have, as records have them: "mc donald" is one word, though it may be a Donald; "nic
 * walsh" is taken for Nicola as much as for a Nic Walsh; and of any two neighbours the one word that they make ("mary ann").
 */
export function readName(text: string): readonly TypedWord[] {
  const raw = wordsOfText(text)
  const words: { readonly word: string; readonly also: Set<string> }[] = []
  for (const word of wordsOfName(text)) {
    const [before, after] = raw.includes(word) ? [] : partsOf(word, raw)
    if (before !== undefined && nicknameGroup(before).length > 0) words.push({ word: before, also: new Set([word]) })
    words.push({ word, also: new Set(after === undefined ? [] : [after]) })
  }
  for (const [at, { word, also }] of words.entries()) {
    const next = words[at + 1]
    if (next === undefined || word.length < 2 || next.word.length < 2) continue
    also.add(word + next.word)
    next.also.add(word + next.word)
  }
  return words.map(({ word, also }) => ({ word, also: [...also] }))
}

/** The two neighbours that the word was made of. */
function partsOf(word: string, raw: readonly string[]): readonly (string | undefined)[] {
  const at = raw.findIndex((one, i) => one + (raw[i + 1] ?? '') === word)
  return at < 0 ? [] : [raw[at], raw[at + 1]]
}

/** The ways to part a long word in two: "maryann", "smithjones". */
export function halvesOf(word: string): { readonly firsts: readonly string[]; readonly seconds: readonly string[] } {
  if (word.length < 7 || word.length > 24 || !/^[a-z]+$/.test(word)) return { firsts: [], seconds: [] }
  const places = Array.from({ length: word.length - 5 }, (_, i) => i + 3)
  return { firsts: places.map((at) => word.slice(0, at)), seconds: places.map((at) => word.slice(at)) }
}
