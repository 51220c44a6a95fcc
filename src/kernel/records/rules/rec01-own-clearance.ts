import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** REC01: nobody marks what they work on above what they could read themselves. */
export function markedWithinClearance(marking: Marking, clearance: Marking): Finding | null {
  if (MARKINGS.indexOf(marking) <= MARKINGS.indexOf(clearance)) return null
  return {
    rule: 'REC01',
    message: `Your clearance is ${clearance}. Ask somebody who is cleared for ${marking} to do this.`,
  }
}
