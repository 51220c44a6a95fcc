import type { Question } from '../reference/framework.ts'
import { warningWords } from './ins13-observations.ts'
import { claimWords } from './ins14-assertions.ts'
import { gradeWords } from './ins15-grade-words.ts'
import { isStanding } from './ins08-standing.ts'
import { findOpeningGrade, gradeOf } from './ins07-grade.ts'
import type { Candidate } from './model.ts'
import type { Paragraph, PartRead } from './part.ts'
import { sentencesOf } from './sentences.ts'

/** What a person is asked about in a part, in the order of the text: observations, claims, and a grade where it has none. */
export function candidatesOf(
  part: PartRead,
  question: number | null,
  grading: Question['grading'] | null,
): readonly Candidate[] {
  return [
    ...gradeCandidates(part, question, grading),
    ...part.narrative.flatMap((paragraph) => fromParagraph(paragraph, question, part)),
  ]
}

/** INS15: the opening sentence of a part without a grade, and grade lines that were not taken. */
function gradeCandidates(
  part: PartRead,
  question: number | null,
  grading: Question['grading'] | null,
): readonly Candidate[] {
  const lines = part.otherGrades.map(({ grade, line }): Candidate => ({
    kind: 'grade',
    question,
    text: grade,
    why: WHY.line,
    grade,
    line,
  }))
  const [first] = part.narrative
  if (part.grade !== null || lines.length > 0 || first === undefined) return lines
  const text = part.standing?.text ?? sentencesOf(first.text)[0] ?? first.text
  const grade = part.standing === null ? gradeWords(text) : null
  const line = part.standing?.line ?? first.line
  return [{ kind: 'grade', question, text, why: whyNoGrade(part, grade !== null, grading), grade, line }]
}

const WHY = {
  line: 'It looks like a grade line, and was not taken: see the warning.',
  standing: 'Not inspected again: take the grade from the earlier report.',
  ungraded: 'Questions such as this are written about and not graded. It only speaks well or ill.',
  words: 'It speaks of a grade and is no grade line. Give the grade from the published list.',
  none: 'There is no grade line; this is how the text opens. Give the grade from the published list.',
} as const

function whyNoGrade(part: PartRead, speaks: boolean, grading: Question['grading'] | null): string {
  if (part.standing !== null) return WHY.standing
  if (grading === 'ungraded' || grading === 'narrative') return WHY.ungraded
  return speaks ? WHY.words : WHY.none
}

/** INS13 and INS14: each sentence is offered once at most, and a warning before a claim. */
function fromParagraph(
  { text, line, stray }: Paragraph,
  question: number | null,
  part: PartRead,
): readonly Candidate[] {
  if (stray) return [{ kind: 'observation', question, text: text.slice(2), why: WHY_STRAY, grade: null, line }]
  if (part.standing?.line === line && isStanding(text)) return []
  const body = text.startsWith('- ') ? text.slice(2) : text
  const opened = part.grade !== null && findOpeningGrade(body) === part.grade
  return sentencesOf(body).flatMap((sentence, index): readonly Candidate[] => {
    if ((opened && index === 0) || gradeOf(sentence.replace(/\.$/, '')) !== undefined || isLabel(sentence)) return []
    const warning = warningWords(sentence)
    if (warning !== null) {
      const why = `It warns (“${warning}”) and the report does not list it.`
      return [{ kind: 'observation', question, text: sentence, why, grade: null, line }]
    }
    const claim = claimWords(sentence)
    if (claim === null) return []
    return [
      { kind: 'assertion', question, text: sentence, why: `${claim}: evidence is to be shown.`, grade: null, line },
    ]
  })
}

const WHY_STRAY = 'It is an item of a list that stands under no heading of findings.'

/** A sub-heading, or the sentence that leads into a list. */
function isLabel(sentence: string): boolean {
  return !/[.!?;]["”’')\]]{0,3}$/.test(sentence.slice(-6)) && sentence.length <= 60
}
