import type { Finding } from './rule.ts'

/**
 * ORG07: nobody makes or changes their own posting or account: neither roles, reach and clearance nor name and number. A
 * second administrator does it, so that two people know of every change of power.
 */
export function notOnesOwn(account: string, doer: string | null): Finding | null {
  if (account !== doer) return null
  return { rule: 'ORG07', message: 'This is your own account. Ask another administrator to make this change.' }
}
