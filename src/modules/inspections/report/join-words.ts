import { SOFT_HYPHEN } from './ins01-clean-text.ts'

/**
 * Joins the lines of each piece by spaces. A word that is broken at a hyphen is joined without one where the text has it
 * whole elsewhere ("prob-" / "lem"), else keeps it ("anti-" / "social"); at a soft hyphen always without. Part of INS02.
 */
export function joinWords(pieces: readonly (readonly string[])[]): readonly string[] {
  const broken = pieces.some((parts) => parts.some((part, index) => index + 1 < parts.length && part.endsWith('-')))
  const known = broken ? wordsOf(pieces) : new Set<string>()
  return pieces.map((parts) => {
    const joined: string[] = []
    parts.forEach((part, index) => {
      const next = parts[index + 1]
      if (next === undefined) joined.push(withoutMark(part))
      else if (part.endsWith(SOFT_HYPHEN)) joined.push(withoutMark(part))
      else if (/[A-Za-z]-$/.test(part.slice(-2)) && /^[a-z]/.test(next)) joined.push(hyphenated(part, next, known))
      else joined.push(part, part === '' ? '' : ' ')
    })
    return joined.join('')
  })
}

function withoutMark(part: string): string {
  return part.endsWith(SOFT_HYPHEN) ? part.slice(0, -SOFT_HYPHEN.length) : part
}

/** The upper part of a broken word, with its hyphen or without. */
function hyphenated(part: string, next: string, known: ReadonlySet<string>): string {
  const upper = /[A-Za-z]+(?=-$)/.exec(part.slice(-40))?.[0] ?? ''
  const lower = /^[a-z]+/.exec(next.slice(0, 40))?.[0] ?? ''
  return known.has(`${upper}${lower}`.toLowerCase()) ? part.slice(0, -1) : part
}

function wordsOf(pieces: readonly (readonly string[])[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const parts of pieces) {
    for (const part of parts) for (const word of part.toLowerCase().match(/[a-z]+/g) ?? []) words.add(word)
  }
  return words
}
