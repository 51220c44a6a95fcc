import type { Role } from '#kernel/access/roles.ts'

/** Who works with victims. Migration 0030 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander', 'witness-care'] as const satisfies readonly Role[]

/** Who may take on a review, if their rank allows it: whoever works with victims, and chief officers. */
export const REVIEWERS = [...WRITERS, 'chief-officer'] as const satisfies readonly Role[]

export function isWriter(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}
