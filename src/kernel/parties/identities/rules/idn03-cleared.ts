import type { Marking } from '#platform/access/reader.ts'
import type { Finding } from '../../../organisation/rules/rule.ts'

/** IDN03: what must be known of a person may be marked OFFICIAL-SENSITIVE, so whoever decides is cleared for it. */
export function clearedToDecide(clearance: Marking): Finding | null {
  if (clearance === 'OFFICIAL-SENSITIVE') return null
  return {
    rule: 'IDN03',
    message: 'Deciding who is one person needs clearance to OFFICIAL-SENSITIVE. Leave it to a reviewer who has it.',
  }
}
