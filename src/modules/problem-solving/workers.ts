import type { Role } from '#kernel/access/roles.ts'

/** Who works on problems. Migration 0021 holds the same for who starts a plan. */
export const WORKERS = [
  'officer',
  'supervisor',
  'commander',
  'chief-officer',
  'analyst',
] as const satisfies readonly Role[]

/** Who decides on candidates and proposals. An analyst may look and propose. */
export const DECIDERS = ['supervisor', 'commander', 'chief-officer'] as const satisfies readonly Role[]

export function isOneOf(roles: readonly string[], allowed: readonly Role[]): boolean {
  return allowed.some((role) => roles.includes(role))
}
