/** About how wide a letter of a chart's words is, in pixels: a little over the true mean, since no text is measured. */
export const LETTER_WIDTH = 7

/** How much room the longest of the words needs beside a chart, in pixels, and at least as much as is given. */
export function roomFor(words: readonly string[], least: number): number {
  return Math.max(least, ...words.map(({ length }) => length * LETTER_WIDTH + 8))
}
