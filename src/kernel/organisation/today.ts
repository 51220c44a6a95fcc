import { londonDateAt, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** The civil date in London on which this transaction happens. */
export function today(tx: Pick<Tx, 'now'>): CivilDate {
  return londonDateAt(tx.now)
}
