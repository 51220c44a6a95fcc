import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { incidentsWhere, type Where } from '../queries/incident-rows.ts'
import { findLoaded } from '../queries/loaded.ts'
import { categoriesOf, type What } from '../rules/what.ts'

/**
 * The rows of a month as `occurrence:ID`, in order of id: those that count, of which the reader of the transaction may open
 * some. `outcomes`: only rows whose last outcome is one of these.
 */
export async function rowIds(
  tx: Tx,
  what: What,
  month: CivilMonth,
  where: Where,
  outcomes: readonly string[] | null = null,
): Promise<readonly string[]> {
  const { publisher, source } = await findLoaded(tx, null)
  const counting = { publisher, source, categories: categoriesOf(what) }
  const { sql, values } = incidentsWhere({ counting, months: [month], where })
  const narrowed = outcomes === null ? '' : `AND o.outcome = ANY ($${values.length + 1})`
  const rows = rowsAs<{ id: number }>(
    await tx.client.query(`SELECT o.id FROM occurrence o WHERE ${sql} ${narrowed} ORDER BY o.id`, [
      ...values,
      ...(outcomes === null ? [] : [outcomes]),
    ]),
  )
  return rows.map(({ id }) => `occurrence:${id}`)
}
