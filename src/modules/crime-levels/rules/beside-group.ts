import { compareWithGroup } from '#calculations/rates/compare-with-group.ts'
import { decimal } from '#ui/words/numbers.ts'
import type { Standing } from './standing.ts'

/** How an area's rate stands beside that of its group taken together, in a sentence; null without a group. */
export function besideGroup(area: Standing, group: readonly Standing[]): string | null {
  if (group.length === 0) return null
  const compared = compareWithGroup(area, group)
  if (compared.kind === 'too-few') return 'Too few to set beside its group.'
  const { ratio, low, high } = compared.ratio
  const times = `${decimal(ratio, 2)} times that of its group (95% interval ${decimal(low, 2)} to ${decimal(high, 2)})`
  if (compared.kind === 'no-difference-shown') return `Its rate is ${times}: no difference shown.`
  return `Its rate is ${times}: ${compared.kind} by more than chance.`
}
