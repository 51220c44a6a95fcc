import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden } from '#platform/errors/errors.ts'

/** Why, in the audit: whatever a victim reads and does at their own page. */
export const PAGE_PURPOSE = 'a victim’s own page'

/** Whose page it is, by the session alone: nothing that is sent says so. */
export function ownVictim({ reader }: Pick<Tx, 'reader'>): string {
  if (reader.victim === undefined) throw new Forbidden()
  return reader.victim
}

export const aboutOwn = (_: unknown, { victim }: { readonly victim: string }) => [{ kind: 'victim', id: victim }]
