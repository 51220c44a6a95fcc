import { londonDay, londonMidnight } from '#calculations/calendar/london-time.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { scopeOf, wholeSecond, type Scope } from './scope.ts'

/** More than so many are not counted. */
export const MOST_COUNTED = 1_000

export interface OpenCounts {
  readonly overdue: number
  /** Due by the end of today. */
  readonly today: number
  /** Due in the seven days after today. */
  readonly week: number
}

/** How much is owed now, in one statement: of what the reader may open, up to 1,000 of each. */
export async function countOpen(tx: Tx, of: Scope): Promise<OpenCounts> {
  const values: unknown[] = []
  const value = (given: unknown): string => `$${values.push(given)}`
  const scope = scopeOf(of, tx.reader, value) ?? 'true'
  const moment = (at: Date) => `${value(at)}::timestamptz`
  const day = londonDay(tx.now.getTime())
  const second = moment(wholeSecond(tx.now))
  const tomorrow = moment(new Date(londonMidnight(day + 1)))
  const week = moment(new Date(londonMidnight(day + 8)))
  const between = (from: string, to: string) =>
    `(SELECT count(*)::integer FROM (SELECT FROM duty d WHERE ${scope} AND d.ended_at IS NULL
      AND d.list_at >= ${from} AND d.list_at < ${to} LIMIT ${MOST_COUNTED}) AS counted)`
  const [row] = rowsAs<OpenCounts>(
    await tx.client.query(
      `SELECT ${between(`'-infinity'`, second)} AS overdue, ${between(second, tomorrow)} AS today,
        ${between(tomorrow, week)} AS week`,
      values,
    ),
  )
  return row ?? { overdue: 0, today: 0, week: 0 }
}
