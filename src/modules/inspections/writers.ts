import type { Role } from '#kernel/access/roles.ts'

/** Who imports reports, follows findings and enters what the inspectorate says. Migration 0013 holds the same. */
export const WRITERS = ['inspection-lead', 'chief-officer'] as const satisfies readonly Role[]

export function writes(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}
