import type { Role } from '../../access/roles.ts'
import type { Finding } from '../../organisation/rules/rule.ts'
import type { RecordKind } from '../record.ts'

/** Kinds that not everybody who may read them hands on, and the roles that do. */
const HANDED_ON_BY: Partial<Record<RecordKind, readonly Role[]>> = {
  finding: ['inspection-lead', 'chief-officer'],
}

interface Giver {
  readonly account: string | null
  readonly roles: readonly string[]
}

/** REC07: a finding is handed on by the inspection lead, a chief officer, or whoever owns it; other kinds by whoever reads them. */
export function handedOnBy(kind: RecordKind, owner: string | null, giver: Giver): Finding | null {
  const roles = HANDED_ON_BY[kind]
  if (roles === undefined || (owner !== null && owner === giver.account)) return null
  if (roles.some((role) => giver.roles.includes(role))) return null
  return {
    rule: 'REC07',
    message: 'Only the inspection lead, a chief officer or its present owner hands a finding on. Ask one of them.',
  }
}
