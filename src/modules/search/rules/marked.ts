/** A stretch of text, and whether it is one of the words that were looked for. */
export interface Marked {
  readonly text: string
  readonly hit: boolean
}

/** Around each word that was found: letters of Unicode's private use, which the search takes out of the text first. */
export const HIT_START = '\uE000'
export const HIT_END = '\uE001'

/** The text in stretches, from how the database marked it. A mark without its other half marks nothing. */
export function marked(text: string): readonly Marked[] {
  const parts: Marked[] = []
  for (const [at, piece] of text.split(HIT_START).entries()) {
    const end = at === 0 ? -1 : piece.indexOf(HIT_END)
    if (end >= 0) parts.push({ text: piece.slice(0, end), hit: true })
    parts.push({ text: piece.slice(end + 1).replaceAll(HIT_END, ''), hit: false })
  }
  return parts.filter((part) => part.text !== '')
}
