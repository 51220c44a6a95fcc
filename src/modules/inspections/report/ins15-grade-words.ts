import { GRADES, type Grade } from '../reference/framework.ts'
import { gradeOf } from './ins07-grade.ts'

const NAMES = GRADES.join('|')
const OPENS = new RegExp(`^(${NAMES})\\b`, 'i')
const IS = new RegExp(
  `\\b(?:is|are|was|were|be|as)(?: (?:generally|overall|mostly|largely|usually|still|now|rated|graded|judged))? (${NAMES})\\b`,
  'i',
)
const REQUIRES = /\brequires improvement\b/i

/**
 * INS15 Words that only sound like a grade are offered with the grade they speak of, and are none (INS07).
 *
 * "Good at first enquiries; …", "Good, but …" and "The force is good at …" speak of Good; "has a good understanding" speaks
 * of none.
 */
export function gradeWords(sentence: string): Grade | null {
  const named = OPENS.exec(sentence)?.[1] ?? IS.exec(sentence)?.[1] ?? REQUIRES.exec(sentence)?.[0]
  return named === undefined ? null : (gradeOf(named) ?? null)
}
