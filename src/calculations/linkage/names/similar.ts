import { groupsOf, spellingGroupsOf } from './groups.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { isOneEdit } from './one-edit.ts'
import { phoneticKeys } from './phonetic.ts'
import { transliterationKey } from './transliteration.ts'

/** How alike two words of a name are, the first that holds, in this order. */
export const NAME_LIKENESSES = [
  'same',
  'spelling',
  'nickname',
  'near',
  'initial',
  'sound',
  'alike',
  'different',
] as const

export type NameLikeness = (typeof NAME_LIKENESSES)[number]

/**
 * How alike two folded words of a name are. `spelling`: the tables or the transliteration take them for one name;
 * `nickname`: one is what people of the other name are called, both are, one is the other cut short, or a slip away from
 * such a word; `near`: a letter or so apart, of words that the tables do not know; `initial`: one is the first letter of the other; `sound`: said alike; `alike`: some likeness.
 */
export function similarName(left: string, right: string): NameLikeness {
  return (
    NAME_LIKENESSES[
      placeOfLikeness(left, right, {
        likeness: jaroWinkler(left, right),
        spelt: sharesAny(spellingGroupsOf(left), spellingGroupsOf(right)),
        called: sharesAny(groupsOf(left), groupsOf(right)),
        transliterated: transliterationKey(left) === transliterationKey(right),
        sounded: sharesAny(phoneticKeys(left), phoneticKeys(right)),
      })
    ] ?? 'different'
  )
}

/** What two words share, as far as it takes more than the words themselves to know it. */
export interface SharedByWords {
  /** By Jaro and Winkler. */
  readonly likeness: number
  readonly spelt: boolean
  readonly called: boolean
  readonly transliterated: boolean
  readonly sounded: boolean
}

const TRANSLITERATED = 0.76
const LEAST_LIKENESS = 0.84

/** The place in `NAME_LIKENESSES` of how alike two words are. */
export function placeOfLikeness(left: string, right: string, shared: SharedByWords): number {
  if (left === right) return 0
  if (left === '' || right === '') return 7
  if (left.length === 1 || right.length === 1) return left.charCodeAt(0) === right.charCodeAt(0) ? 4 : 7
  if (shared.spelt) return 1
  const { likeness } = shared
  const shortest = Math.min(left.length, right.length)
  if (likeness >= TRANSLITERATED && shortest > 2 && shared.transliterated) return 1
  if (shared.called || (shortest > 2 && isCutShort(left, right))) return 2
  if (likeness >= 0.92 || (likeness >= 0.8 && isOneEdit(left, right))) return 3
  if (shortest > 2 && shared.sounded) return 5
  return likeness >= LEAST_LIKENESS || (shortest > 2 && isOneEdit(left, right)) ? 6 : 7
}

function isCutShort(left: string, right: string): boolean {
  return left.length < right.length ? right.startsWith(left) : left.startsWith(right)
}

export function sharesAny<T>(left: readonly T[], right: readonly T[]): boolean {
  for (const one of left) if (right.includes(one)) return true
  return false
}
