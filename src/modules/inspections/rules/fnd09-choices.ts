import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { GRADES, type Grade } from '../reference/framework.ts'
import type { FindingKind, ReadReport } from '../report/model.ts'
import { placedFindings, type Differences, type Placed } from './fnd08-same-report.ts'

/** What a candidate can be taken as; left alone unless a person says otherwise. */
export const CANDIDATE_CHOICES = {
  leave: 'Leave it',
  observation: 'An observation: watch it',
  assertion: 'An assertion: show evidence for it',
} as const

/** Answers of the preview's form, by the names of its fields. */
export type Choices = Readonly<Record<string, unknown>>

/** The names of the preview's fields: a candidate or a finding of the page is known by its place in the reading. */
export const choiceNames = {
  candidate: (index: number) => `candidate-${index}`,
  candidateQuestion: (index: number) => `candidate-${index}-question`,
  pageFindingQuestion: (index: number) => `page-${index}-question`,
} as const

export interface PlannedQuestion {
  readonly number: number
  readonly code: string | null
  readonly title: string
  readonly grade: Grade | null
  readonly carriedOverFrom: number | null
  readonly narrative: readonly string[]
}

export interface PlannedFinding {
  readonly question: number
  /** Its place in the whole report, from 1; null for what a person took from the candidates. */
  readonly position: number | null
  readonly kind: FindingKind | 'assertion'
  readonly text: string
  readonly leadIn: string | null
  readonly urgent: boolean
  readonly due: CivilDate | null
  readonly dueWords: string | null
  /** Its cause of concern: position and words. */
  readonly parent: { readonly position: number; readonly text: string } | null
}

/** What will be saved of a report. */
export interface Plan {
  readonly grade: Grade | null
  readonly questions: readonly PlannedQuestion[]
  readonly findings: readonly PlannedFinding[]
}

/** What is wrong with the choices, by field. */
export type ChoiceErrors = Readonly<Record<string, string>>

/**
 * FND09 What a person chose of a report: the report's own findings, each under a question (those of the whole page under the
 * one that the person names), and of the candidates only those that somebody took. Nothing is made up: a grade is the
 * report's own, or a candidate's that a person accepted. Of a mended copy, only what the copy before did not have.
 *
 * Eight bullets and nothing chosen: eight findings. "Observation" at one candidate: nine, the ninth without a position.
 */
export function planOf(
  report: ReadReport,
  choices: Choices,
  differences: Differences | null,
): { readonly plan: Plan } | { readonly errors: ChoiceErrors } {
  const errors: Record<string, string> = {}
  const numbers = questionNumbers(report)
  const placeAt = (field: string, question: number | null): number => {
    const chosen = question ?? (numbers.length === 1 ? numbers[0] : Number(choices[field]))
    if (chosen !== undefined && numbers.includes(chosen)) return chosen
    errors[field] = 'Choose the question that it belongs to'
    return 0
  }
  const grades = chosenGrades(report, choices, errors)
  const all = placedFindings(report)
  const positions = new Map(all.map((placed, index) => [placeKey(placed.question, placed.index), index + 1]))
  const fresh = new Set((differences?.added ?? all).map((placed) => placeKey(placed.question, placed.index)))
  const ofReport = all
    .filter((placed) => fresh.has(placeKey(placed.question, placed.index)))
    .map((placed): PlannedFinding => {
      const { kind, text, leadIn, urgent, due, dueWords } = placed.finding
      const question = placeAt(choiceNames.pageFindingQuestion(placed.index), placed.question)
      const position = positions.get(placeKey(placed.question, placed.index)) ?? null
      return { question, position, kind, text, leadIn, urgent, due, dueWords, parent: parentOf(placed, all, positions) }
    })
  const offered = new Set(differences?.candidates ?? report.candidates.keys())
  const ofCandidates = report.candidates.flatMap((candidate, index): readonly PlannedFinding[] => {
    const kind = choices[choiceNames.candidate(index)]
    if (candidate.kind === 'grade' || !offered.has(index) || (kind !== 'observation' && kind !== 'assertion')) return []
    const question = placeAt(choiceNames.candidateQuestion(index), candidate.question)
    return [{ ...EMPTY, question, kind, text: candidate.text }]
  })
  if (Object.keys(errors).length > 0) return { errors }
  return {
    plan: {
      grade: grades.get(null) ?? report.overall.grade,
      questions: plannedQuestions(report, grades),
      findings: [...ofReport, ...ofCandidates],
    },
  }
}

/** The questions that a finding can be put under; where the report has none, the page itself is the only one. */
export function questionNumbers({
  questions,
}: {
  readonly questions: readonly { readonly number: number }[]
}): readonly number[] {
  return questions.length === 0 ? [1] : questions.map(({ number }) => number)
}

const EMPTY = { position: null, leadIn: null, urgent: false, due: null, dueWords: null, parent: null } as const

function placeKey(question: number | null, index: number): string {
  return `${question ?? 'page'}.${index}`
}

function parentOf(
  { question, finding }: Placed,
  all: readonly Placed[],
  positions: ReadonlyMap<string, number>,
): PlannedFinding['parent'] {
  const parent = all.find((each) => each.question === question && each.index === finding.parent)
  const position = parent === undefined ? undefined : positions.get(placeKey(question, parent.index))
  return parent === undefined || position === undefined ? null : { position, text: parent.finding.text }
}

function plannedQuestions(report: ReadReport, grades: ReadonlyMap<number | null, Grade>): readonly PlannedQuestion[] {
  if (report.questions.length === 0) {
    const { title, grade, narrative } = report.overall
    const named = title ?? report.pillar ?? 'The whole force'
    return [{ number: 1, code: null, title: named, grade: grades.get(null) ?? grade, carriedOverFrom: null, narrative }]
  }
  return report.questions.map(({ number, code, title, grade, standing, narrative }) => ({
    number,
    code: code === null || report.framework === null ? null : `${report.framework}/${code}`,
    title,
    grade: grades.get(number) ?? grade,
    carriedOverFrom: standing === null ? null : yearIn(standing.text, report.year),
    narrative,
  }))
}

function chosenGrades(
  { candidates }: ReadReport,
  choices: Choices,
  errors: Record<string, string>,
): ReadonlyMap<number | null, Grade> {
  const chosen = new Map<number | null, Grade>()
  candidates.forEach((candidate, index) => {
    const field = choiceNames.candidate(index)
    const grade = GRADES.find((each) => each === choices[field])
    if (candidate.kind !== 'grade' || grade === undefined) return
    const before = chosen.get(candidate.question)
    if (before !== undefined && before !== grade) errors[field] = `${before} was chosen for the same question already`
    chosen.set(candidate.question, grade)
  })
  return chosen
}

/** The year before the report's own that the words name: "the 2016 judgement stands". */
function yearIn(text: string, reportYear: number): number | null {
  const years = [...text.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year)).filter((year) => year < reportYear)
  return years[0] ?? null
}
