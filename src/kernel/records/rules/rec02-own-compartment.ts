import type { Finding } from '../../organisation/rules/rule.ts'

/** REC02: only a member puts anything into a compartment. */
export function inOwnCompartment(compartment: number | null, compartments: readonly number[]): Finding | null {
  if (compartment === null || compartments.includes(compartment)) return null
  return { rule: 'REC02', message: 'Choose a compartment that you are in, or none.' }
}
