import { createHash } from 'node:crypto'
import { nameKeys } from './name-keys.ts'

/** 15 bits: two classes make a pair that is one positive 32-bit number. */
const MOST_OF_A_CLASS = 0x7fff

/**
 * The class of a word, from 0 to 32,767: words that sound alike share one, and a few others by chance. As the database reckons it
 * (`name_token.class`); words that it cannot hear, a number or an initial, are classed as they are written.
 */
export function classOf(word: string): number {
  const heard = nameKeys(word).sounds[0] ?? word
  return createHash('md5').update(heard).digest().readUInt16BE(0) & MOST_OF_A_CLASS
}

/**
 * What a name is found by when two of its words are known: each two of its words' classes as one number, the lower first. As the
 * database reckons it (`name_pairs`); loads of millions of names give it along.
 */
export function pairsOf(classes: readonly number[]): readonly number[] {
  const pairs = classes.flatMap((one, at) =>
    classes.slice(at + 1).map((other) => Math.min(one, other) * (MOST_OF_A_CLASS + 1) + Math.max(one, other)),
  )
  return [...new Set(pairs)].toSorted((a, b) => a - b)
}

/** A pair and about when: this many to a pair, in a number that is told from a pair by being negative. */
const ABOUTS = 64
const MOST_OF_ALL = 0x7fffffff
const FIRST_YEAR = 1872
const YEARS_TOGETHER = 4

/**
 * The pairs of a person's name, and each again with about when they were born, so that those of an age are found among thousands of a
 * name. `born` is a day, YYYY-MM-DD; null where it is not known. As the database reckons it (`person_pairs`).
 */
export function pairsOfPerson(classes: readonly number[], born: string | null): readonly number[] {
  const pairs = pairsOf(classes)
  const about = bornAbout(born)
  return [...pairs, ...pairs.map((pair) => -1 - ((pair * ABOUTS + about) % MOST_OF_ALL))]
}

/** Four years together, from 1 to 63; 0 is not known. */
function bornAbout(born: string | null): number {
  if (born === null) return 0
  const step = Math.floor((Number(born.slice(0, 4)) - FIRST_YEAR) / YEARS_TOGETHER)
  return Math.min(Math.max(step, 0), ABOUTS - 2) + 1
}
