import { GRADES, type Grade } from '../reference/framework.ts'

/**
 * INS07 A grade has its own line, or opens a question as a sentence of its own. Nothing else is a grade.
 *
 * "Good", "GOOD", "Requires improvement.", "Judgment: Good" and "Good. Calls are answered." are;
 * "Good at first enquiries; …", "Good, but …", "The force is good at …" and the end "good." of a broken line are not.
 */
export function findGradeLine(text: string): Grade | undefined {
  if (text.length > 60) return undefined
  const bare = text.replace(/^(?:overall )?(?:grade|graded|judge?ment|rating)\b(?: for this question)? ?[:–—-]? ?/i, '')
  // In a broken line the last word of a sentence may stand alone: a grade begins with a capital, or follows its label.
  return bare !== text || /^[A-Z]/.test(bare) ? gradeOf(bare.replace(/\.$/, '')) : undefined
}

/** The grade that a question's opening paragraph begins with as a whole sentence; undefined where it has none. */
export function findOpeningGrade(paragraph: string): Grade | undefined {
  return gradeOf(/^([A-Z][a-z]+(?: [a-z]+)?)\.(?: |$)/.exec(paragraph.slice(0, 40))?.[1] ?? '')
}

/** The grade of that name in any case; undefined for all else. */
export function gradeOf(text: string): Grade | undefined {
  const folded = text.trim().toLowerCase()
  return GRADES.find((grade) => grade.toLowerCase() === folded)
}
