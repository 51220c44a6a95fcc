import type { Grade } from '../reference/framework.ts'
import type { Warning } from './model.ts'
import type { Paragraph, PartRead } from './part.ts'
import { findOpeningGrade } from './ins07-grade.ts'

/** A grade line, and whether narrative or findings stand above it. */
export interface GradeLine {
  readonly grade: Grade
  readonly line: number
  readonly late: boolean
}

/** The grade of a part by INS07: of its lines, else of its opening; none where they disagree, or the year has none such. */
export function readGrade(
  lines: readonly GradeLine[],
  narrative: readonly Paragraph[],
  grades: readonly Grade[],
): Pick<PartRead, 'grade' | 'otherGrades' | 'warnings'> {
  const opening = narrative[0] === undefined ? undefined : findOpeningGrade(narrative[0].text)
  const opened = opening === undefined ? [] : [{ grade: opening, line: narrative[0]?.line ?? 1, late: false }]
  const all: readonly GradeLine[] = [...lines, ...opened]
  const [first] = all
  if (first === undefined) return { grade: null, otherGrades: [], warnings: [] }
  const warn = (text: string, advice: string): Warning => ({ rule: 'INS07', line: first.line, text, advice })
  if (all.some(({ grade }) => grade !== first.grade)) {
    const words = all.map(({ grade, line }) => `${grade} (line ${line})`).join(', ')
    const warning = warn(
      `Grades that disagree stand here: ${words}. None was taken.`,
      'Choose the grade from the report.',
    )
    return { grade: null, otherGrades: all, warnings: [warning] }
  }
  if (!grades.includes(first.grade)) {
    const warning = warn(
      `${first.grade} was not a grade of that year. It was not taken.`,
      'Check the year in the title.',
    )
    return { grade: null, otherGrades: [first], warnings: [warning] }
  }
  const late = first.late
    ? [warn(`${first.grade} stands below the text and not above it.`, 'Check that it grades this question.')]
    : []
  return { grade: first.grade, otherGrades: [], warnings: late }
}
