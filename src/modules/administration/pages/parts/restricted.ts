import type { z } from 'zod'
import type { Role } from '#kernel/access/roles.ts'
import type { Query } from '#platform/operations/define.ts'

/**
 * The same query for fewer people: what everybody may look up is shown beside an act only to those who may do the act.
 * The JSON API keeps the query as it is declared.
 */
function restricted<I extends z.ZodType, O extends z.ZodType>(
  query: Query<Role, I, O>,
  roles: readonly Role[],
): Query<Role, I, O> {
  return { ...query, access: { staff: roles } }
}

export function forAdministrators<I extends z.ZodType, O extends z.ZodType>(query: Query<Role, I, O>) {
  return restricted(query, ['administrator'])
}

export function forCustodians<I extends z.ZodType, O extends z.ZodType>(query: Query<Role, I, O>) {
  return restricted(query, ['records-custodian'])
}
