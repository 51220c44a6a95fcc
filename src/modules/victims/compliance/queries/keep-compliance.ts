import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { RuleTally } from './count-duties.ts'

/** Keeps what was counted in place of what was kept of these months, in the transaction of a system reader. */
export async function keepCompliance(
  tx: Tx,
  tallies: readonly RuleTally[],
  from: CivilMonth,
  to: CivilMonth,
): Promise<void> {
  await tx.client.query(
    `DELETE FROM victim_compliance WHERE month >= ($1 || '-01')::date AND month <= ($2 || '-01')::date`,
    [from, to],
  )
  await tx.client.query(
    `INSERT INTO victim_compliance (month, rule, area_id, unit_id, marking, in_time, late, waived, overdue, unknown, lateness)
    SELECT (month || '-01')::date, rule, area, unit, marking, "inTime", late, waived, overdue, unknown, lateness
    FROM json_to_recordset($1::json) AS given (month text, rule text, area bigint, unit bigint, marking text,
      "inTime" integer, late integer, waived integer, overdue integer, unknown integer, lateness integer[])`,
    [JSON.stringify(tallies.map(({ lateness, ...row }) => ({ ...row, lateness: lateness.flatMap(eachAs) })))],
  )
}

/** The number of days as often as it is counted: the table has one for each that was late. */
function eachAs(times: number, days: number): readonly number[] {
  return Array.from({ length: times }, () => days)
}
