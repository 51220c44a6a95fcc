import { PILLARS, type Pillar } from '../reference/framework.ts'

/**
 * INS05 Pillar: a line that is the word, or the word with "Police", "PEEL" or the year.
 *
 * "Effectiveness", "PEEL: Effectiveness" and "Police effectiveness 2016" are Effectiveness; "Effectiveness has grown." and
 * "effectiveness" at the end of a broken line are not.
 */
export function findPillar(text: string): Pillar | undefined {
  if (text.length > 60 || !/^[A-Z]/.test(text)) return undefined
  const bare = text
    .replace(/^(?:PEEL|Pillar) ?[:–—-] ?/i, '')
    .replace(/^(?:Police|The) /i, '')
    .replace(/(?: pillar)?(?: 20\d\d)?:?$/i, '')
    .toLowerCase()
  return PILLARS.find((pillar) => pillar.toLowerCase() === bare)
}

/** The pillar that the heading of a whole page asks about ("How efficient is the force …?"); undefined for another. */
export function pillarOfHeading(heading: string): Pillar | undefined {
  const opening = heading.slice(0, 60).toLowerCase()
  if (/\b(?:effective|effectively)\b|\btackles crime\b/.test(opening)) return 'Effectiveness'
  if (/\b(?:efficient|efficiently)\b/.test(opening)) return 'Efficiency'
  if (/\b(?:legitimate|legitimately)\b/.test(opening)) return 'Legitimacy'
  return /\bwell led\b/.test(opening) ? 'Leadership' : undefined
}
