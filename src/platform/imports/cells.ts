const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/

/**
 * Whether a spreadsheet would run the text as a formula: it begins with = + - or @ (also behind the apostrophe with which
 * we guard such cells ourselves) and is not a number. Source: OWASP, CSV injection.
 */
export function isFormulaLike(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 39) return text.length > 1 && isFormulaLike(text.slice(1))
  if (first !== 61 && first !== 43 && first !== 45 && first !== 64) return false
  return !NUMBER.test(text)
}

/** What is wrong with the characters of a cell, or null. */
export function findCharacterFault(text: string): string | null {
  if (text.includes('\ufffd')) return 'has “\ufffd”, which stands for a character that was lost: put the character back'
  return UNWANTED.test(text) ? 'has a control character, which no text has' : null
}

/** Whether any character of the text is one that `findCharacterFault` finds. */
export function hasUnwantedCharacter(text: string): boolean {
  return UNWANTED.test(text)
}

/** The cell as CSV text: quoted where needed, guarded against being run as a formula. */
export function csvCell(value: string): string {
  const guarded = isFormulaLike(value) && !value.startsWith("'") ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** How many columns into the table the end of this text is, from 1: commas outside quotation marks, and one. */
export function columnAtEnd(text: string): number {
  let column = 1
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) column += 1
  }
  return column
}
