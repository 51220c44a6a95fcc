import type { Role } from '#kernel/access/roles.ts'

/** Who makes and ends agreements; who shares, ends and asks; who reviews. Migration 0025 holds the same of the first two. */
export const AGREE = ['commander', 'chief-officer'] as const satisfies readonly Role[]
export const SHARE = ['officer', 'supervisor', 'commander'] as const satisfies readonly Role[]
export const REVIEW = ['supervisor', 'commander', 'chief-officer'] as const satisfies readonly Role[]

export function may(roles: readonly string[], which: readonly Role[]): boolean {
  return which.some((role) => roles.includes(role))
}
