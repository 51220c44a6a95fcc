import type { Role } from '#kernel/access/roles.ts'

/** Who logs engagements and keeps what is known of a community. Migration 0022 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander'] as const satisfies readonly Role[]

export function writes(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}
