import { nicknameGroup, phoneticKeys, transliterationKey } from '#calculations/linkage/names/index.ts'
import { ADDRESS_GROUPS } from './address-words.ts'

/** What a word of a name is found by besides itself. */
export interface NameKeys {
  /** How it sounds, and its spelling by the rules of transliteration. */
  readonly sounds: readonly string[]
  /** The names that it may stand for, and the word of an address that it shortens. */
  readonly groups: readonly string[]
  readonly stems: readonly string[]
}

export function nameKeys(token: string): NameKeys {
  return { sounds: soundsOf(token), groups: groupsOf(token), stems: stemsOf(token) }
}

function soundsOf(token: string): readonly string[] {
  if (token.length < 3 || !/^[a-z]+$/.test(token)) return []
  return [...phoneticKeys(token), `=${transliterationKey(token)}`]
}

function groupsOf(token: string): readonly string[] {
  return [...nicknameGroup(token), ...(ADDRESS_GROUPS.get(token) ?? [])]
}

const MOST_LETTERS = 20

/**
 * The word with each of its letters left out, and itself: two words that are one slip apart (a letter more, less, other, or
 * two swapped) share one. Of a word of three letters it is the word alone: it has too many neighbours for a slip to tell.
 */
export function stemsOf(token: string): readonly string[] {
  if (token.length < 3 || token.length > MOST_LETTERS || /\d/.test(token)) return []
  const stems = new Set([token])
  if (token.length > 3) for (let i = 0; i < token.length; i++) stems.add(token.slice(0, i) + token.slice(i + 1))
  return [...stems]
}
