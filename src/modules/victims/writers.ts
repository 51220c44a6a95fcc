import type { Role } from '#kernel/access/roles.ts'
import { findRank, isAtLeast } from '#kernel/duties/ranks.ts'
import { REVIEWER_RANK } from './rules/reviews.ts'

/** Who works with victims. Migration 0030 holds the same. */
export const WRITERS = ['officer', 'supervisor', 'commander', 'witness-care'] as const satisfies readonly Role[]

/** Who may take on a review, if their rank allows it: whoever works with victims, and chief officers. */
export const REVIEWERS = [...WRITERS, 'chief-officer'] as const satisfies readonly Role[]

export function isWriter(roles: readonly string[]): boolean {
  return WRITERS.some((role) => roles.includes(role))
}

/** Whether their rank lets them take on a review, where they had no part in the case. */
export function isReviewer(roles: readonly string[]): boolean {
  return isAtLeast(findRank(roles), REVIEWER_RANK)
}

/** Who sees what their units owe, by whose it is: to move it, and never to rank anybody. */
export const SUPERVISORS = ['supervisor', 'commander'] as const satisfies readonly Role[]

/** Who says what the force promises beyond the code. Migration 0034 holds the same. */
export const SETTERS = ['commander', 'chief-officer'] as const satisfies readonly Role[]

/** Who hears from courts, and tells victims of it. */
export const WITNESS_CARE = ['witness-care'] as const satisfies readonly Role[]
