import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** DOC02: nobody adds what they could not read themselves. */
export function withinClearance(marking: Marking, clearance: Marking): Finding | null {
  if (MARKINGS.indexOf(marking) <= MARKINGS.indexOf(clearance)) return null
  return {
    rule: 'DOC02',
    message: `Your clearance is ${clearance}. Ask somebody who is cleared for ${marking} to add this.`,
  }
}
