import type { Role } from '#kernel/access/roles.ts'

/** Who judges the force's own work and says what it does well and lacks. Migration 0013 holds the same. */
export const JUDGES = ['inspection-lead', 'chief-officer', 'commander'] as const satisfies readonly Role[]
