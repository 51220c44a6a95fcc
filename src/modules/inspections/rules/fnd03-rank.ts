import type { Role } from '#kernel/access/roles.ts'

interface Rank {
  readonly words: string
  /** All of these, in the posting that somebody acts in. */
  readonly roles: readonly Role[]
}

/** Who may say that a finding is met while its measure does not hold. The first that fits is what is written down. */
export const RANKS = [
  { words: 'Chief officer', roles: ['chief-officer'] },
  { words: 'Commander in charge of inspections', roles: ['inspection-lead', 'commander'] },
  { words: 'Supervisor of the inspection lead', roles: ['inspection-lead', 'supervisor'] },
] as const satisfies readonly Rank[]

/**
 * FND03 Who may say so against the measure: a chief officer, or whoever stands above the inspection lead (a posting that is
 * both an inspection lead's and a supervisor's or a commander's). The rank in words, or null.
 *
 * `chief-officer` is "Chief officer"; `inspection-lead` alone is nobody; `inspection-lead` and `supervisor` is.
 */
export function rankOf(roles: readonly string[]): string | null {
  return RANKS.find((rank) => rank.roles.every((role) => roles.includes(role)))?.words ?? null
}
