import type { Finding } from './rule.ts'

/** ORG08: somebody who can add people must be left. `others` counts the administrators who would still have a post. */
export function administratorStays(isAdministrator: boolean, staysOne: boolean, others: number): Finding | null {
  if (!isAdministrator || staysOne || others > 0) return null
  return { rule: 'ORG08', message: 'Nobody would be an administrator any more. Make somebody else one first.' }
}
