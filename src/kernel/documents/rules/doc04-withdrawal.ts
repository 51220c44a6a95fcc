import type { Finding } from '../../organisation/rules/rule.ts'

/** DOC04: a document is withdrawn once. */
export function notWithdrawnYet(withdrawnAt: Date | string | null): Finding | null {
  if (withdrawnAt === null) return null
  return { rule: 'DOC04', message: 'This document has been withdrawn already.' }
}

/** DOC04: a withdrawn document is only opened by a records custodian, until it is disposed of. */
export function mayBeOpened(withdrawnAt: Date | string | null, roles: readonly string[]): Finding | null {
  if (withdrawnAt === null || roles.includes('records-custodian')) return null
  return {
    rule: 'DOC04',
    message: 'This document has been withdrawn. Ask a records custodian if you need what was in it.',
  }
}
