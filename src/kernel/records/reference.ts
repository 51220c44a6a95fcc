import { randomInt } from 'node:crypto'

// Without I, L, O and U, which are misread or spell words.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 7

/**
 * A new human reference, `FIN-7K2M-4TQX`: seven random characters and a check character, so that references tell nothing of
 * how many records there are, and a slip of the pen is noticed. `prefix` is the kind's own.
 */
export function newReference(prefix: string, random: (below: number) => number = (below) => randomInt(below)): string {
  const drawn = Array.from({ length: LENGTH }, () => LETTERS.charAt(random(LETTERS.length))).join('')
  const all = drawn + checkCharacter(drawn)
  return `${prefix}-${all.slice(0, 4)}-${all.slice(4)}`
}

/** The reference as it is kept, from however it was typed; null where its check character says that it was mistyped. */
export function readReference(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const prefix = plain.slice(0, -LENGTH - 1)
  const body = plain.slice(prefix.length).replaceAll(/[IL]/g, '1').replaceAll('O', '0')
  if (!/^[A-Z]{2,4}$/.test(prefix) || body.includes('U')) return null
  if (checkCharacter(body.slice(0, LENGTH)) !== body.slice(LENGTH)) return null
  return `${prefix}-${body.slice(0, 4)}-${body.slice(4)}`
}

/** What somebody typed into a search, as far as it is a reference. */
export interface TypedReference {
  /** How references that it may be the beginning of begin, without hyphens: `FIN7K2M`. */
  readonly starts: readonly string[]
  /** It is as long as a reference is, but its check character does not fit: a character is wrong, or two are swapped. */
  readonly mistyped: boolean
}

/** Fewer characters than this after the prefix would be the beginning of too many references to mean one. */
const LEAST = 3

/** Reads a reference typed whole or in part, with or without its prefix. `prefixes` are those of the kinds: `FIN`. */
export function readTyped(typed: string, prefixes: readonly string[]): TypedReference {
  // A reference is one word, or its three parts with spaces or hyphens between them; a sentence is not one.
  if (typed.trim().split(/[\s-]+/).length > 3) return { starts: [], mistyped: false }
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const named = prefixes.filter((prefix) => plain.startsWith(prefix))
  const starts: string[] = []
  let mistyped = false
  for (const prefix of named.length > 0 ? named : prefixes) {
    const body = (named.length > 0 ? plain.slice(prefix.length) : plain).replaceAll(/[IL]/g, '1').replaceAll('O', '0')
    if (body.length < LEAST || body.length > LENGTH + 1) continue
    // Without its prefix it may as well be a word: a reference without a digit in it is one in a few dozen.
    if (named.length === 0 && !/\d/.test(plain)) continue
    const whole = body.length === LENGTH + 1
    const right = isWritten(body) && (!whole || checkCharacter(body.slice(0, LENGTH)) === body.slice(LENGTH))
    if (right) starts.push(prefix + body)
    else if (whole) mistyped = true
  }
  // "Financially" is a word, though it is as long as a reference and begins like one.
  return { starts, mistyped: mistyped && starts.length === 0 && /[\d-]/.test(typed) }
}

function isWritten(body: string): boolean {
  return body.split('').every((letter) => LETTERS.includes(letter))
}

/**
 * A weighted sum in the field of 32 elements, each place weighing twice (α times) the one after it: any one wrong character
 * and any two neighbours swapped show, the check character's own place included.
 */
function checkCharacter(text: string): string {
  let sum = 0
  for (const letter of text) sum = timesAlpha(sum ^ LETTERS.indexOf(letter))
  return LETTERS.charAt(sum)
}

/** In GF(32) with α⁵ = α² + 1. */
function timesAlpha(value: number): number {
  return value & 16 ? (value << 1) ^ 37 : value << 1
}
