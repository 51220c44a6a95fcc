import type { Role } from '#kernel/access/roles.ts'

/** Who works with victims. Migration 0030 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander', 'witness-care'] as const satisfies readonly Role[]

export function isWriter(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}
