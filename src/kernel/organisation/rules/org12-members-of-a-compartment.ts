import type { Finding } from './rule.ts'

/** ORG12: the custodian stays inside; to go, they hand the compartment over first. */
export function custodianStays(member: string, custodian: string): Finding | null {
  if (member !== custodian) return null
  return { rule: 'ORG12', message: 'The custodian cannot be taken out. Hand the compartment over first.' }
}

/** ORG12: somebody inside is not put in again. */
export function notInside(inside: boolean, name: string): Finding | null {
  return inside ? { rule: 'ORG12', message: `${name} is in this compartment already.` } : null
}

/** ORG12: only somebody of the force is let in; partners see what is shared with them. */
export function ofTheForce(principal: string): Finding | null {
  if (principal === 'staff') return null
  return {
    rule: 'ORG12',
    message: 'Somebody of a partner agency cannot be in a compartment. Share with their agency instead.',
  }
}
