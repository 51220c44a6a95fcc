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

/** The keys of a word as numbers below nought, which no id of a word is: two words that share a key share its number. */
export interface NameCodes {
  readonly sounds: readonly number[]
  readonly groups: readonly number[]
  readonly stems: readonly number[]
  readonly initial: number
}

export function nameCodes(token: string, { sounds, groups, stems } = nameKeys(token)): NameCodes {
  return {
    sounds: sounds.map((key) => codeOf('s', key)),
    groups: groups.map((key) => codeOf('g', key)),
    stems: stems.map((key) => codeOf('t', key)),
    initial: codeOf('i', token.charAt(0)),
  }
}

/** All of them, as they are stored with the word and with each name that it is in. */
export function storedCodes(token: string, keys?: NameKeys): readonly number[] {
  const { sounds, groups, stems, initial } = nameCodes(token, keys)
  return [...sounds, ...groups, ...stems, initial]
}

/** FNV-1a. Stored: whoever changes this stores all words and names again. */
function codeOf(kind: string, key: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${kind}:${key}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return -1 - (hash >>> 1)
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
