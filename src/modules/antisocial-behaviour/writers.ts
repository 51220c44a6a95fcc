import type { Role } from '#kernel/access/roles.ts'

/** Who works on cases. Migration 0026 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander'] as const satisfies readonly Role[]

/** Who decides whether the threshold is met, and looks at a high risk. */
export const DECIDERS = ['supervisor', 'commander'] as const satisfies readonly Role[]

/** Who decides on appeals, from the rank of inspector up; and who may choose a power that takes it. */
export const INSPECTORS = ['commander'] as const satisfies readonly Role[]

/** Who sets an authority’s threshold. Migration 0026 holds the same. */
export const SETTERS = ['commander', 'chief-officer'] as const satisfies readonly Role[]

export function isOneOf(roles: readonly string[], allowed: readonly Role[]): boolean {
  return allowed.some((role) => roles.includes(role))
}
