import type { Finding } from './rule.ts'

/** ORG09: force staff belong to a police force; people of other agencies are partners. */
export function staffOfAForce(principal: string, agencyKind: string): Finding | null {
  if (principal !== 'staff' || agencyKind === 'police-force') return null
  return {
    rule: 'ORG09',
    message:
      'Force staff belong to a police force. Choose the force, or say that this is somebody of a partner agency.',
  }
}
