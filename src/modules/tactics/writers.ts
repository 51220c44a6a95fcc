import type { Role } from '#kernel/access/roles.ts'

/** Who reviews policies. Migration 0024 holds the same. */
export const WRITERS = ['commander', 'chief-officer', 'analyst'] as const satisfies readonly Role[]

export function writes(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}
