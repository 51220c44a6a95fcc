import type { Role } from '#kernel/access/roles.ts'

/** The inspector on a visit; and those who show them round, who see by their own rights what an inspector would ask. */
export const PROVERS = [
  'visiting-inspector',
  'inspection-lead',
  'chief-officer',
  'auditor',
] as const satisfies readonly Role[]
