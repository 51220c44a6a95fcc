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

/** Of ISO 7064's kind (MOD 37-36, on 32 letters): any one wrong character and any two neighbours swapped show. */
function checkCharacter(text: string): string {
  const size = LETTERS.length
  let product = size
  for (const letter of text) {
    const sum = (product + LETTERS.indexOf(letter)) % size || size
    product = (sum * 2) % (size + 1)
  }
  return LETTERS.charAt((size + 1 - product) % size)
}
