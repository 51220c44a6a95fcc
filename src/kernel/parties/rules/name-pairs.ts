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
