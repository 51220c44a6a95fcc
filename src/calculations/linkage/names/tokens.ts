import { foldName } from './fold.ts'

/**
 * The words of a name that tell people apart, folded, in their order. "Mc Donald", "O Brien" and "Fitz Gerald" are one
 * word; "van der Berg", "Abd al-Rahman bin Yusuf" and "Sir John" lose what many names have, and "al-Hassan" is
 * "hassan": unless nothing else would be left, so that a Mr Van is "van".
 */
export function nameTokens(text: string): readonly string[] {
  const folded = foldName(text)
  if (folded === '') return []
  if (!folded.includes(' ')) return [folded]
  const words = joinPrefixes(folded.split(' '))
  const telling = words.filter((word) => !PARTICLES.has(word) && !TITLES.has(word))
  return telling.length === 0 ? words : telling
}

/** Whether a name is but a title, and so does not say who it is: "Sir", "Mrs". */
export function isTitle(text: string): boolean {
  const words = foldName(text).split(' ')
  return words.every((word) => BARE_TITLES.has(word))
}

/** The name as one word, all its particles in it: "van den Berg" and "Vandenberg" are both "vandenberg". */
export function joinedName(text: string): string {
  const folded = foldName(text)
  return folded.includes(' ') ? folded.replaceAll(' ', '') : folded
}

const BARE_TITLES = new Set(
  'mr mrs ms miss mx sir dame dr prof rev revd hon rt mme mlle bt bart baronet unknown 1st 2nd 3rd 4th 5th 6th 7th 8th 9th'.split(
    ' ',
  ),
)
const JOINING = new Set(['mc', 'mac', 'mhic', 'nic', 'fitz', 'o', 'ui', 'ni', 'ap'])
/** Abd and its kin name nobody without the word that follows: Abd al-Rahman is Abdulrahman. */
const SERVANTS = new Set(['abd', 'abdal', 'abdel', 'abdul', 'abdur', 'abdus', 'abdou', 'abu', 'abou'])
const ARTICLES = new Set(['al', 'el', 'ul', 'ur', 'ar', 'as', 'ad', 'an', 'ash', 'az', 'us', 'uz', 'ud'])
const PARTICLES = new Set(
  'al el ul ur ud ad bin ben ibn bint binti of the de da do du di del della dello dos das des la le les van von vander vom zu zur zum ten ter den der het op af av och and'.split(
    ' ',
  ),
)
const TITLES = new Set(
  'mr mrs ms miss mx master sir dame lord lady dr prof rev revd fr capt captain col colonel major sgt pc dc baron baronet viscount earl duke jr junior jnr snr senior ii iii iv 1st 2nd 3rd 4th 5th 6th 7th 8th 9th esq'.split(
    ' ',
  ),
)

function joinPrefixes(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const next = words[i + 1]
    if (next !== undefined && SERVANTS.has(word)) {
      const after = ARTICLES.has(next) ? words[i + 2] : undefined
      joined.push(word + (after === undefined ? next : after))
      i += after === undefined ? 1 : 2
    } else if (next !== undefined && next.length > 2 && JOINING.has(word)) {
      joined.push(word + next)
      i++
    } else joined.push(word)
  }
  return joined
}
