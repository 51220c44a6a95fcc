import type { Role } from '../../access/roles.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** They look after what is said of a question of the inspection. */
const LEADS: readonly Role[] = ['inspection-lead', 'chief-officer', 'commander']

/**
 * EVD03: evidence is withdrawn once; for a record, by those who may change the record, who are all that see it; for a question
 * alone, by who added it and by those who lead the answer.
 */
export function mayBeWithdrawn(
  evidence: { readonly record: string | null; readonly addedBy: string; readonly withdrawnAt: unknown },
  reader: { readonly account: string | null; readonly roles: readonly string[] },
): Finding | null {
  if (evidence.withdrawnAt !== null) return { rule: 'EVD03', message: 'This evidence has been withdrawn already.' }
  const leads = LEADS.some((role) => reader.roles.includes(role))
  if (evidence.record !== null || evidence.addedBy === reader.account || leads) return null
  return { rule: 'EVD03', message: 'Ask whoever added it, or the inspection lead, to withdraw it.' }
}
