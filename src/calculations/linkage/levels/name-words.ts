import { createLexicon, rememberPairs } from '../lexicon.ts'
import { groupsOf, spellingGroupsOf } from '../names/groups.ts'
import { phoneticKeys } from '../names/phonetic.ts'
import { placeOfLikeness, sharesAny } from '../names/similar.ts'
import { transliterationKey } from '../names/transliteration.ts'
import { createTextStore, firstLettersOf, grown, lettersOf, likenessAtMost, prefixOf } from './text-store.ts'

/** Words of names, each looked at once, with a fast `similarName` of two by their numbers, which begin at 1. */
export interface NameWords {
  readonly idOf: (word: string) => number
  /** The place in `NAME_LIKENESSES`. */
  readonly likeness: (left: number, right: number) => number
}

const DIFFERENT = 7
/** Below this the letters of two words matter to no likeness. */
const LEAST = 0.76
/**
 * Nor do they below this where they share no sound, transliteration or group and neither is the other cut short: of words of
 * four letters and more one that is other leaves a likeness of 0.833, of three 0.778; short of that they are alike from 0.84.
 */
const LEAST_ALONE = 0.83
const LEAST_ALONE_SHORT = 0.77
/**
 * Numbers kept of each word, side by side: two sounds, the transliteration, the groups of the tables as two lots of bits, its
 * length, the letters it has as bits, and its first four letters.
 */
const WIDTH = 8

export function createNameWords(size: number): NameWords {
  const lexicon = createLexicon()
  const keys = createLexicon()
  const texts = createTextStore()
  texts.add('')
  let facts = new Int32Array(WIDTH * 256)
  // What the tables say of each word, which is looked for once.
  const spellings: (readonly number[])[] = [[]]
  const groups: (readonly number[])[] = [[]]

  const shared = { likeness: 0, spelt: false, called: false, transliterated: false, sounded: false }
  const remembered = rememberPairs((left, right) => {
    const a = lexicon.valueOf(left)
    const b = lexicon.valueOf(right)
    shared.spelt = sharesAny(spellings[left] ?? [], spellings[right] ?? [])
    shared.called = sharesAny(groups[left] ?? [], groups[right] ?? [])
    shared.transliterated = facts[left * WIDTH + 2] === facts[right * WIDTH + 2]
    shared.likeness = texts.likeness(left, right, LEAST)
    shared.sounded = soundsAlike(facts, left * WIDTH, right * WIDTH)
    return placeOfLikeness(a, b, shared)
  }, size)

  /** Nearly all words that are compared have nothing in common, which a few numbers show. */
  const mayBeAlike = (left: number, right: number): boolean => {
    const a = left * WIDTH
    const b = right * WIDTH
    if (
      facts[a + 2] === facts[b + 2] ||
      ((facts[a + 3] ?? 0) & (facts[b + 3] ?? 0)) !== 0 ||
      ((facts[a + 4] ?? 0) & (facts[b + 4] ?? 0)) !== 0 ||
      soundsAlike(facts, a, b)
    )
      return true
    const leftLength = facts[a + 5] ?? 0
    const rightLength = facts[b + 5] ?? 0
    const shortest = leftLength < rightLength ? leftLength : rightLength
    const prefix = prefixOf(facts[a + 7] ?? 0, facts[b + 7] ?? 0)
    // An initial, or a name that may be the other cut short.
    if (prefix >= shortest || prefix === 4) return true
    const most = likenessAtMost(leftLength, rightLength, facts[a + 6] ?? 0, facts[b + 6] ?? 0, prefix)
    return most >= (shortest < 4 ? LEAST_ALONE_SHORT : LEAST_ALONE)
  }

  return {
    idOf: (word) => {
      const count = lexicon.values.length
      const id = lexicon.idOf(word === '' ? ' ' : word)
      if (id < count) return id
      texts.add(word)
      spellings.push(spellingGroupsOf(word))
      groups.push(groupsOf(word))
      if ((id + 1) * WIDTH > facts.length) facts = grown(facts, new Int32Array(facts.length * 2))
      const [first = '', second = ''] = phoneticKeys(word)
      facts.set(
        [
          keys.idOf(first),
          keys.idOf(second),
          keys.idOf(`=${transliterationKey(word)}`),
          ...bitsOfGroups([...(spellings[id] ?? []), ...(groups[id] ?? [])]),
          word.length,
          lettersOf(word),
          firstLettersOf(word),
        ],
        id * WIDTH,
      )
      return id
    },
    likeness: (left, right) => (left === right ? 0 : mayBeAlike(left, right) ? remembered(left, right) : DIFFERENT),
  }
}

/** Words that share a group share a bit in one of the two lots. */
function bitsOfGroups(groups: readonly number[]): readonly [number, number] {
  let [low, high] = [0, 0]
  for (const group of groups) {
    const hash = Math.imul(group + 1, 0x9e3779b1) >>> 26
    if (hash < 32) low |= 1 << hash
    else high |= 1 << (hash - 32)
  }
  return [low, high]
}

function soundsAlike(facts: Int32Array, a: number, b: number): boolean {
  const first = facts[a] ?? 0
  const second = facts[a + 1] ?? 0
  const other = facts[b] ?? 0
  const another = facts[b + 1] ?? 0
  return (
    (first !== 0 && (first === other || first === another)) ||
    (second !== 0 && (second === other || second === another))
  )
}
