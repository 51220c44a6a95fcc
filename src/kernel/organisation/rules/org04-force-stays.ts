import type { Finding } from './rule.ts'

/** ORG04: the agency of the person who does it does not end: nobody saws off the branch that they sit on. */
export function ownAgencyStays(agency: number, own: number | null, ends: string | null): Finding | null {
  if (ends === null || agency !== own) return null
  return { rule: 'ORG04', message: 'This is your own agency. It cannot be ended from here.' }
}
