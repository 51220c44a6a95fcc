import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { choice } from '#platform/forms/fields.ts'
import { query } from '../operations.ts'
import { PAGE_SIZE, pageNumber } from '../organisation/paging.ts'
import { ACTION_COLUMNS, ACTION_JOINS, actionId, actionView, actionViewOf, getAction, type ActionRow } from './row.ts'

/** A record's actions: the open ones first, by due date, then what is done and dropped, the newest first. */
export async function actionsOf(tx: Tx, record: string) {
  const rows = rowsAs<ActionRow>(
    await tx.client.query(
      `SELECT ${ACTION_COLUMNS} FROM action t ${ACTION_JOINS} WHERE t.record_id = $1
      ORDER BY coalesce(t.done_at, t.dropped_at) DESC NULLS FIRST, t.due_on NULLS LAST, t.id LIMIT 200`,
      [record],
    ),
  )
  return rows.map((row) => actionViewOf(row, tx.reader))
}

/** The open actions of a person, or of the units given, by due date; a page of fifty, and how many there are. */
export async function openActions(
  tx: Tx,
  of: { readonly person: string | null; readonly units: readonly number[] },
  page = 1,
) {
  const open = 'done_at IS NULL AND dropped_at IS NULL'
  // Two indexes, one for persons and one for teams: each branch walks its own.
  const mine = `SELECT id, due_on FROM action WHERE assignee_id = $1 AND ${open}
    UNION ALL SELECT id, due_on FROM action WHERE assignee_unit_id = ANY ($2::bigint[]) AND ${open}`
  const values = [of.person, of.units]
  const rows = rowsAs<ActionRow & { readonly total: number }>(
    await tx.client.query(
      `WITH mine AS MATERIALIZED (${mine}),
        shown AS (SELECT id FROM mine ORDER BY due_on NULLS LAST, id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE})
      SELECT ${ACTION_COLUMNS}, (SELECT count(*) FROM mine) AS total
      FROM shown s JOIN action t ON t.id = s.id ${ACTION_JOINS}
      ORDER BY t.due_on NULLS LAST, t.id`,
      values,
    ),
  )
  return { actions: rows.map((row) => actionViewOf(row, tx.reader)), total: rows[0]?.total ?? 0 }
}

export const listActions = query({
  name: 'action.list',
  summary: 'List the open actions that are yours, or your teams’, by due date',
  input: z.object({ of: choice('Whose', ['me', 'team']), page: pageNumber }),
  output: z.object({ of: z.string(), actions: z.array(actionView), total: z.int(), page: z.int() }),
  access: { staff: 'any' },
  purpose: 'own work',
  audit: { event: 'action.listed', subjects: (_, { actions }) => actions.map(({ id }) => ({ kind: 'action', id })) },
  async run(tx, { of, page }) {
    const { account, units } = tx.reader
    const whose = of === 'me' ? { person: account, units: [] } : { person: null, units }
    return { of, page, ...(await openActions(tx, whose, page)) }
  },
})

export const openAction = query({
  name: 'action.open',
  summary: 'Open an action',
  input: z.object({ id: actionId }),
  output: actionView,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'action.opened', subjects: ({ id }) => [{ kind: 'action', id }] },
  run: async (tx, { id }) => actionViewOf(await getAction(tx, id), tx.reader),
})
