import type { Role } from '../../access/roles.ts'
import type { Finding } from './rule.ts'

/** ORG05: a partner's posting carries the role of a partner and no other; force staff never carry it. */
export function rolesFitPrincipal(principal: string, roles: readonly Role[]): Finding | null {
  if (roles.length === 0) return found('Choose at least one role.')
  if (principal === 'partner' && roles.some((role) => role !== 'partner'))
    return found('Somebody of a partner agency only has the role of a partner. Choose that one alone.')
  if (principal === 'staff' && roles.includes('partner'))
    return found('The role of a partner is for partner agencies. Choose roles of the force.')
  return null
}

function found(message: string): Finding {
  return { rule: 'ORG05', message }
}
