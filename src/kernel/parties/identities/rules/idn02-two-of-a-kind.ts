import type { Finding } from '../../../organisation/rules/rule.ts'
import { MATCHED_KINDS } from '../proposal.ts'

interface Side {
  readonly id: number
  readonly kind: string
}

/** IDN02: two records, both of people, both of organisations, or both of addresses. */
export function twoOfAKind(left: Side, right: Side): Finding | null {
  if (left.id === right.id) return refusal('This is one record already. Choose another to put beside it.')
  if (left.kind !== right.kind)
    return refusal('Both must be of one kind: two people, two organisations, two addresses.')
  if (MATCHED_KINDS.some((kind) => kind === left.kind)) return null
  return refusal('A vehicle or a phone is what its mark or number says: correct that instead.')
}

function refusal(message: string): Finding {
  return { rule: 'IDN02', message }
}
