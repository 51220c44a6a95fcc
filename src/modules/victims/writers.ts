import type { Role } from '#kernel/access/roles.ts'

/** Who works with victims. Migration 0030 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander', 'witness-care'] as const satisfies readonly Role[]

export function isWriter(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}

/** Who sees what their units owe, by whose it is: to move it, and never to rank anybody. */
export const SUPERVISORS = ['supervisor', 'commander'] as const satisfies readonly Role[]

/** Who hears from courts, and tells victims of it. */
export const WITNESS_CARE = ['witness-care'] as const satisfies readonly Role[]
