import { londonDay, londonMidnight } from '#calculations/calendar/london-time.ts'
import type { Reader } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { SCOPED_BY, scopeOf, wholeSecond, type Scope } from './scope.ts'

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
  const { statement, values } = countsOf(of, tx.reader, tx.now)
  const [row] = rowsAs<OpenCounts>(await tx.client.query(statement, [...values]))
  return row ?? { overdue: 0, today: 0, week: 0 }
}

/** The statement that counts, and its values. */
export function countsOf(of: Scope, reader: Reader, now: Date): { statement: string; values: readonly unknown[] } {
  const values: unknown[] = []
  const value = (given: unknown): string => `$${values.push(given)}`
  const scope = scopeOf(of, reader, value)
  // In the order of the scope's index: without one, a limit has the planner look through the table from anywhere.
  const order = scope === null ? 'd.list_at' : `${SCOPED_BY[of]}, d.list_at`
  const moment = (at: Date) => `${value(at)}::timestamptz`
  const day = londonDay(now.getTime())
  const second = moment(wholeSecond(now))
  const tomorrow = moment(new Date(londonMidnight(day + 1)))
  const week = moment(new Date(londonMidnight(day + 8)))
  const between = (from: string, to: string) =>
    `(SELECT count(*)::integer FROM (SELECT FROM duty d WHERE ${scope ?? 'true'} AND d.ended_at IS NULL
      AND d.list_at >= ${from} AND d.list_at < ${to} ORDER BY ${order} LIMIT ${MOST_COUNTED}) AS counted)`
  const statement = `SELECT ${between(`'-infinity'`, second)} AS overdue, ${between(second, tomorrow)} AS today,
    ${between(tomorrow, week)} AS week`
  return { statement, values }
}
