/**
 * A generator of random numbers that gives the same numbers for the same seed on every machine.
 *
 * `split` gives a further generator for a named part ("people", "2018-06"), the same whatever has been drawn before:
 * so one part of generated data can change without moving the rest.
 */
export type Random = {
  /** The next number, from 0 up to but not including 1, with 32 random bits. */
  readonly next: () => number
  readonly split: (name: string) => Random
}

/** A generator from a seed of any text or number. */
export function createRandom(seed: string | number): Random {
  const name = String(seed)
  const next = sfc32(hash128(name))
  // The bell separates the parts of a name: ("ab", "c") must not be ("a", "bc").
  return { next, split: (part) => createRandom(`${name}\u0007${part}`) }
}

/** Chris Doty-Humphrey's small fast counting generator, 32 bit; it passes PractRand. */
function sfc32([first, second, third, fourth]: readonly [number, number, number, number]): () => number {
  let a = first
  let b = second
  let c = third
  let counter = fourth
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4294967296
  }
  // The first numbers still show the seed; its author lets a dozen go by.
  for (let i = 0; i < 12; i++) next()
  return next
}

/** 128 bits from a text, by four lanes of multiply and mix (after cyrb128, in the public domain). */
function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1]
}
