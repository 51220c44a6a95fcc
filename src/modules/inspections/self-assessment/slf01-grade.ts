import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'
import type { Grade } from '../reference/framework.ts'
import type { AskedQuestion } from './asked-question.ts'

/** A judgement as somebody wants to make it. */
interface Wanted {
  readonly grade: Grade | null
}

/**
 * SLF01 A grade is one of the grades of the question's own framework, and only where that framework grades the question at
 * all. No grade is always right: a person may judge without one. Nothing computes a grade.
 *
 * "Adequate" on PEEL2016/E1: refused, that framework has four grades. Any grade on PEEL2016/E5: refused, it is not graded.
 */
export function gradeProblem(
  { framework, question }: Pick<AskedQuestion, 'framework' | 'question'>,
  { grade }: Wanted,
): Refusal | null {
  if (grade === null) return null
  if (!mayBeGraded(question))
    return { rule: 'SLF01', message: `${framework.name} gives this question no grade. Leave the grade out.` }
  if (framework.grades.includes(grade)) return null
  return { rule: 'SLF01', message: `${framework.name} has no grade “${grade}”. Choose one of its own.` }
}

/** Whether the framework grades it, or does not say. */
export function mayBeGraded({ grading }: Pick<AskedQuestion['question'], 'grading'>): boolean {
  return grading === 'graded' || grading === 'unknown'
}
