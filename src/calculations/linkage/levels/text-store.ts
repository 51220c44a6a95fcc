import { jaroWinklerOf } from '../names/jaro-winkler.ts'

/** Texts, letter beside letter in one list, so that two of them are compared without making anything. */
export interface TextStore {
  readonly add: (text: string) => number
  /** By Jaro and Winkler; 0 where the letters they have in common show it to be below `least`. */
  readonly likeness: (left: number, right: number, least: number) => number
}

export function createTextStore(): TextStore {
  let letters = new Uint16Array(1 << 12)
  let starts = new Int32Array(1 << 8)
  let masks = new Int32Array(1 << 8)
  let count = 0
  let end = 0
  let firsts = new Int32Array(1 << 8)
  return {
    add: (text) => {
      if (end + text.length > letters.length) letters = grown(letters, new Uint16Array((end + text.length) * 2))
      if (count + 2 > starts.length) {
        starts = grown(starts, new Int32Array(starts.length * 2))
        masks = grown(masks, new Int32Array(starts.length))
        firsts = grown(firsts, new Int32Array(starts.length))
      }
      starts[count] = end
      masks[count] = lettersOf(text)
      firsts[count] = firstLettersOf(text)
      for (let i = 0; i < text.length; i++) letters[end + i] = text.charCodeAt(i)
      end += text.length
      starts[++count] = end
      return count - 1
    },
    likeness: (left, right, least) => {
      const leftFrom = starts[left] ?? 0
      const rightFrom = starts[right] ?? 0
      const leftLength = (starts[left + 1] ?? 0) - leftFrom
      const rightLength = (starts[right + 1] ?? 0) - rightFrom
      const prefix = prefixOf(firsts[left] ?? 0, firsts[right] ?? 0)
      if (likenessAtMost(leftLength, rightLength, masks[left] ?? 0, masks[right] ?? 0, prefix) < least) return 0
      return jaroWinklerOf(letters, leftFrom, leftLength, letters, rightFrom, rightLength)
    },
  }
}

/**
 * What the likeness of two texts cannot be above, from their lengths, the letters they have and how many of the first four are
 * the same.
 */
export function likenessAtMost(
  leftLength: number,
  rightLength: number,
  leftMask: number,
  rightMask: number,
  prefix: number,
): number {
  const lefts = leftLength - countBits(leftMask & ~rightMask)
  const rights = rightLength - countBits(rightMask & ~leftMask)
  const common = lefts < rights ? lefts : rights
  const jaro = (common / leftLength + common / rightLength + 1) / 3
  // Beside the rounding.
  return jaro + prefix * 0.1 * (1 - jaro) + 1e-9
}

/** The first four letters in one number, the first in the highest byte; signs that share a byte are taken for the same. */
export function firstLettersOf(text: string): number {
  let first = 0
  for (let i = 0; i < 4; i++) first = (first << 8) | (i < text.length ? text.charCodeAt(i) & 0xff : 0)
  return first
}

/** How many of the first four letters of two texts are the same, of shorter ones their ends with them: never too few. */
export function prefixOf(left: number, right: number): number {
  return Math.clz32(left ^ right) >> 3
}

/** Which letters a text has, a bit for each; other signs share the bits that are left. */
export function lettersOf(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return mask
}

export function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The longer list, with what was in the shorter. */
export function grown<T extends { set: (from: T) => void }>(from: T, to: T): T {
  to.set(from)
  return to
}
