/** Words that say nothing of what a plan is about. */
const EMPTY = new Set(
  `a about after all also an and any are as at be because been before being but by can could did do does for from had
  has have he her his how i if in into is it its more most no not of off on one or other our out over she so some such
  than that the their them then there these they this those to under until up was we were what when where which while
  who will with would you your`.split(/\s+/),
)

/**
 * The words of a text in the order in which they come: lower case, without accents, plurals drawn to the singular,
 * numbers and words that say nothing left out.
 *
 * Plurals: D. Harman, How effective is suffixing?, Journal of the American Society for Information Science 42 (1991)
 * 7-15 (the "S" stemmer).
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const found = plain.match(/\p{L}[\p{L}’'-]*\p{L}/gu) ?? []
  return found
    .map((word) => word.replaceAll(/['’]s?\b/g, ''))
    .filter((word) => !EMPTY.has(word))
    .map(singular)
}

function singular(word: string): string {
  if (word.length < 4) return word
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1)
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word
}
