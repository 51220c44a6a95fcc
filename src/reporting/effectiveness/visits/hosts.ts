import type { Role } from '#kernel/access/roles.ts'

/** Who asks inspectors in, shortens and ends their visits. Migration 0013 holds the same. */
export const HOSTS = ['inspection-lead', 'chief-officer'] as const satisfies readonly Role[]

/** Who reads what an inspector was shown. */
export const WATCHERS = [...HOSTS, 'auditor'] as const satisfies readonly Role[]
