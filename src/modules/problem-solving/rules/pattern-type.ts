import { TYPE_OF_CATEGORY, type ProblemType } from '../reference/lists.ts'
import type { PatternKind } from '../patterns/pattern.ts'

const TYPES: ReadonlyMap<string, ProblemType> = new Map(Object.entries(TYPE_OF_CATEGORY))

/** Of which sort the problem is that begins with the pattern. */
export function typeOf({
  kind,
  category,
}: {
  readonly kind: PatternKind
  readonly category: string | null
}): ProblemType {
  if (kind === 'repeat-victim') return 'repeat-victim'
  if (kind === 'repeat-caller') return 'asb-neighbours'
  if (kind === 'repeat-asb-place') return 'asb-place'
  return TYPES.get(category ?? '') ?? 'other'
}
