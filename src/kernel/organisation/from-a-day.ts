import type { InsertQueryBuilder, InsertResult } from 'kysely'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import type { DB } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { refuseOn, type Finding } from './rules/rule.ts'
import { today } from './today.ts'

/**
 * Who says what holds from a day on, and when: today or later, since what was before stands. `from` is a civil date. Throws
 * RuleRefused with `before` for an earlier day, and Forbidden for a reader without an account.
 */
export function saidFrom(tx: Tx, from: string, before: Finding): { valid_from: string; set_by: string; set_at: Date } {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  refuseOn(getCivilDate(from) < today(tx) ? before : null)
  return { valid_from: from, set_by: account, set_at: tx.now }
}

/** Keeps it, where nothing else begins on that day. Throws Invalid on the field `from`. */
export async function keepFrom<T extends keyof DB>(insert: InsertQueryBuilder<DB, T, InsertResult>): Promise<void> {
  const { numInsertedOrUpdatedRows } = await insert
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n)
    throw new Invalid({ from: 'Something begins on this day already. Choose another day.' })
}
