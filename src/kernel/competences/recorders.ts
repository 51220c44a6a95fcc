import type { Role } from '../access/roles.ts'

/** Who reads and records the training of those in their reach. Migration 0027 holds the same. */
export const RECORDERS = [
  'supervisor',
  'commander',
  'chief-officer',
  'administrator',
] as const satisfies readonly Role[]

export function records(roles: readonly string[]): boolean {
  return RECORDERS.some((role) => roles.includes(role))
}
