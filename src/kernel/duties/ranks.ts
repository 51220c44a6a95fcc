import { ROLES, type Role } from '../access/roles.ts'

/** The roles that are ranks, lowest first. */
export const RANKS = ['officer', 'supervisor', 'commander', 'chief-officer'] as const satisfies readonly Role[]
export type Rank = (typeof RANKS)[number]

/** The highest rank among the roles of a posting; null where it has none. */
export function findRank(roles: readonly string[]): Rank | null {
  return RANKS.findLast((rank) => roles.includes(rank)) ?? null
}

/** Whether the rank is the one asked for or above it. */
export function isAtLeast(rank: Rank | null, needed: Rank): boolean {
  return rank !== null && RANKS.indexOf(rank) >= RANKS.indexOf(needed)
}

/** "Area commander". */
export function rankWords(rank: Rank): string {
  return ROLES[rank]
}
