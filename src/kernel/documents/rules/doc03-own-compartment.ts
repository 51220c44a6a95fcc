import type { Finding } from '../../organisation/rules/rule.ts'

/** DOC03: only a member puts something into a compartment. */
export function memberOf(compartment: number | null, compartments: readonly number[]): Finding | null {
  if (compartment === null || compartments.includes(compartment)) return null
  return { rule: 'DOC03', message: 'Choose a compartment that you are in, or none.' }
}
