/** What is put behind the beginning of a name that is called by its short form: Kits, Mads, Jonno, Kauso, Gurdy, Maisie, Shaz. */
const ENDINGS = /(?:ies|ie|ey|y|o|s|z|a|i)$/

/** Letters that a beginning must have for it to tell anything. */
const LEAST = 3
/** Nothing longer is a short form. */
const MOST = 6

/**
 * What the name begins with for which a word is the short form, if it is one: Suk for Sukhdeep, Mads for Madison, Manny for
 * Manpreet. Null where it is too short or too long for that. Everyday short forms that are no beginning (Bill, Peggy) are in the
 * tables of nicknames.
 */
export function shortFormOf(word: string): string | null {
  if (word.length < LEAST || word.length > MOST || !/^[a-z]+$/.test(word)) return null
  const bare = word.replace(ENDINGS, '')
  const single = bare.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
  return [single, bare, word].find((start) => start.length >= LEAST) ?? null
}
