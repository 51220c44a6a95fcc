import { GRADES, type Colour, type Grade } from '#modules/inspections/index.ts'

/** How a question stands, as far as setting it beside the others goes. */
export interface Ranked {
  readonly code: string
  readonly ours: Grade | null
  readonly theirs: Grade | null
  readonly standing: Readonly<Record<Colour, number>>
  /** Gaps that the force discloses itself. */
  readonly gaps: number
}

/**
 * EFF02 The weakest question and the best, which an inspector is shown alike. By grade first: the lower of what the force and
 * the inspectorate say, where either says one; a question without a grade stands between. Then by findings that need somebody,
 * that slip, that cannot be measured; then by gaps disclosed. Nobody's grade is made of this: it only says which to show.
 *
 * Good, Requires improvement, Good: the second is the weakest. All Good, with one red finding on the third: the third is.
 */
export function weakestAndBest(
  questions: readonly Ranked[],
): { readonly weakest: string; readonly best: string | null } | null {
  const byWeakness = questions.toSorted((a, b) => compare(weaknessOf(b), weaknessOf(a)))
  const [weakest] = byWeakness
  const best = byWeakness.at(-1)
  if (weakest === undefined) return null
  return { weakest: weakest.code, best: best === undefined || best === weakest ? null : best.code }
}

function weaknessOf({ ours, theirs, standing, gaps }: Ranked): readonly number[] {
  const ranks = [ours, theirs].flatMap((grade) => (grade === null ? [] : [GRADES.indexOf(grade)]))
  // Without a grade: between “Good” and “Requires improvement”.
  const grade = ranks.length === 0 ? GRADES.indexOf('Adequate') : Math.max(...ranks)
  return [grade, standing.red, standing.amber, standing.grey, gaps]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
