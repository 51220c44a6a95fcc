/** A line that names the inspection; `force` is null where that stands on another line. */
export interface Title {
  readonly force: string | null
  readonly year: number
  readonly period: string
}

const LONGEST = 200

/**
 * INS04 Title: the force and the year stand in one short line with the word PEEL, or the force in a line of its own below
 * ("An inspection of Kent Police"). It is not a question.
 *
 * "Thames Valley PEEL 2016", "PEEL 2016: Thames Valley Police" and "PEEL: Police effectiveness 2016 – An inspection of
 * Thames Valley Police" all give Thames Valley, 2016. "We said so in PEEL 2015." and "What is PEEL?" give nothing.
 */
export function findTitle(text: string): Title | undefined {
  if (text.length > LONGEST || !/\bPEEL\b/i.test(text) || /[.?!;,]$/.test(text)) return undefined
  const year = /\b(20\d\d)(?: ?[/–—-] ?(\d{4}|\d{2}))?\b/.exec(text)
  if (year === null) return undefined
  return { force: findInspected(text) ?? namedBeside(text), year: Number(year[1]), period: year[0].replaceAll(' ', '') }
}

/** The force in "An inspection of Thames Valley Police"; undefined for any other line. */
export function findInspected(text: string): string | undefined {
  const named = text.length > LONGEST ? null : /\binspection of (?:the )?([^.?!]+)$/i.exec(text)
  return named?.[1] === undefined ? undefined : (forceName(named[1]) ?? undefined)
}

function namedBeside(text: string): string | null {
  const left = text
    .replace(/\b20\d\d(?: ?[/–—-] ?(?:\d{4}|\d{2}))?\b/g, ' | ')
    .replace(/\bPEEL\b/gi, ' | ')
    .replace(/\bpolice (?=effectiveness|efficiency|legitimacy|leadership)/gi, ' | ')
    .replace(
      /\b(?:effectiveness|efficiency|legitimacy|leadership|assessments?|inspections?|reports?|pillars?)\b/gi,
      ' | ',
    )
    .split(/ [–—-] |[:|,()]/)
    .map((part) => part.trim())
  return left.map(forceName).find((name) => name !== null) ?? null
}

function forceName(text: string): string | null {
  const name = text.replace(/ (?:Police Service|Police|Constabulary)$/i, '').trim()
  const words = name.split(' ')
  return /^[A-Z][A-Za-z&'’ -]*$/.test(name) && words.length <= 6 && words.every(isNameWord) ? name : null
}

/** A name's words begin with a capital, but for the little ones ("Devon and Cornwall", "City of London"). */
function isNameWord(word: string): boolean {
  return /^[A-Z&]/.test(word) || ['and', 'of', 'the', '-'].includes(word)
}
