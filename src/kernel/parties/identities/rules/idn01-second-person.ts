import type { Finding } from '../../../organisation/rules/rule.ts'

/**
 * The markers of which a wrong merge or a wrong split does most harm: it warns of somebody harmless, or no longer of somebody
 * who is not; it uncovers somebody who is protected.
 */
export const FLAGGED = ['protected', 'police-staff', 'child-at-risk', 'registered-sex-offender', 'wanted'] as const

/** IDN01: where either side is flagged, it takes two: and the second is not the first again. */
export function anotherPerson(first: string | null, account: string): Finding | null {
  if (first !== account) return null
  return {
    rule: 'IDN01',
    message: 'You decided first. A second reviewer must look at it and confirm or refuse.',
  }
}
