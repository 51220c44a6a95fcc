import type { Lexicon } from '../lexicon.ts'
import { joinedName, nameTokens } from '../names/tokens.ts'
import { createNameWords } from './name-words.ts'
import { grown } from './text-store.ts'

/** Levels of a name beside a name: those of two words, then those that need more words or the other name. */
export const NAME_LEVELS = [
  'the same',
  'another spelling of it',
  'a short form of it',
  'a letter or so apart',
  'the initial alone',
  'sounds the same',
  'somewhat alike',
  'some of its words the same',
  'given and family name the other way round',
  'the other name of the two',
  'different',
] as const

export const SAME = 0
export const NEAR = 3
export const ALIKE = 6
export const SOME_WORDS = 7
export const SWAPPED = 8
export const OTHER_NAME = 9
export const DIFFERENT = 10

/** What the names of a lexicon hold, each looked at when it is first compared. */
export function createNameLevels(lexicon: Lexicon, size: number) {
  const words = createNameWords(size)
  const tokens: (Int32Array | undefined)[] = []
  const joined: (number | undefined)[] = []

  const tokensOf = (id: number): Int32Array => {
    const there = tokens[id]
    if (there !== undefined) return there
    const made = Int32Array.from(nameTokens(lexicon.valueOf(id)), words.idOf)
    tokens[id] = made
    return made
  }
  const joinedOf = (id: number): number => (joined[id] ??= words.idOf(joinedName(lexicon.valueOf(id))))

  // The word of a name that is that word and nothing else, by far the most; -1 of others, 0 of those not looked at yet.
  let onlies = new Int32Array(256)
  const onlyOf = (id: number): number => {
    const known = onlies[id] ?? 0
    if (known !== 0) return known
    if (id >= onlies.length) onlies = grown(onlies, new Int32Array(id * 2))
    const [first] = tokensOf(id)
    const only = first !== undefined && tokensOf(id).length === 1 && first === joinedOf(id) ? first : -1
    onlies[id] = only
    return only
  }

  /** The level of two names by their numbers, neither being 0. */
  const levelOf = (left: number, right: number): number => {
    if (left === right) return SAME
    const leftOnly = onlyOf(left)
    const rightOnly = onlyOf(right)
    if (leftOnly > 0 && rightOnly > 0) {
      const likeness = words.likeness(leftOnly, rightOnly)
      return likeness < 7 ? likeness : DIFFERENT
    }
    const lefts = tokensOf(left)
    const rights = tokensOf(right)
    if (lefts.length === 1 && rights.length === 1) {
      const likeness = words.likeness(lefts[0] ?? 0, rights[0] ?? 0)
      if (likeness < 7) return likeness
      // A particle was left out of one of them.
      return words.likeness(joinedOf(left), joinedOf(right)) <= NEAR ? NEAR : DIFFERENT
    }
    return levelOfMany(left, right, lefts, rights)
  }

  const levelOfMany = (left: number, right: number, lefts: Int32Array, rights: Int32Array): number => {
    const whole = words.likeness(joinedOf(left), joinedOf(right))
    if (whole <= 1) return 1
    const [fewer, more] = lefts.length <= rights.length ? [lefts, rights] : [rights, lefts]
    let best = 7
    let worst = 0
    for (const one of fewer) {
      let nearest = 7
      for (const other of more) nearest = Math.min(nearest, words.likeness(one, other))
      best = Math.min(best, nearest)
      worst = Math.max(worst, nearest)
    }
    // All the words of both, in another order.
    if (worst <= 1 && fewer.length === more.length) return 1
    if (best <= 1) return SOME_WORDS
    if (whole === NEAR) return NEAR
    return best <= NEAR ? ALIKE : whole === ALIKE ? ALIKE : DIFFERENT
  }

  /** Whether a name of one word is among the words of another. */
  const isAmong = (name: number, others: number): boolean => {
    const [word] = tokensOf(name)
    return word !== undefined && tokensOf(others).includes(word)
  }

  return { levelOf, isAmong, tokensOf }
}
