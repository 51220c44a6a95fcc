import { z } from 'zod'
import { SHARED_KINDS } from '#kernel/sharing/lists.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** An action of the reader's agency, in something that is shared with it. `dueOn` is a civil date. */
export const partnerAction = z.object({
  id: z.uuid(),
  record: z.uuid(),
  kind: z.enum(SHARED_KINDS),
  title: z.string(),
  reference: z.string(),
  recordTitle: z.string(),
  /** The newest share through which it is seen. */
  share: z.uuid(),
  dueOn: z.string().nullable(),
  doneAt: z.iso.datetime().nullable(),
  outcome: z.string().nullable(),
  version: z.int(),
})
export type PartnerAction = z.output<typeof partnerAction>

type Row = Omit<PartnerAction, 'doneAt'> & { readonly doneAt: Date | null }

async function read(tx: Tx, where: string, values: readonly unknown[]): Promise<PartnerAction[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT t.id, t.record_id AS record, n.kind, t.title, n.reference, n.title AS "recordTitle", n.id AS share, t.due_on::text AS "dueOn",
        t.done_at AS "doneAt", t.outcome, t.version
      FROM action t JOIN LATERAL (SELECT s.id, s.record_kind AS kind, s.reference, s.title FROM share s WHERE s.record_id = t.record_id
        ORDER BY s.shared_at DESC, s.id LIMIT 1) n ON true
      WHERE t.dropped_at IS NULL ${where}
      ORDER BY t.done_at DESC NULLS FIRST, t.due_on NULLS LAST, t.id LIMIT 100`,
      [...values],
    ),
  )
  return rows.map(({ doneAt, ...row }) => ({ ...row, doneAt: doneAt?.toISOString() ?? null }))
}

/** All of the reader's agency that it may see: to do by due date, then done. One statement. */
export function partnerActions(tx: Tx): Promise<PartnerAction[]> {
  return read(tx, '', [])
}

/** The same of one record. */
export function partnerActionsOf(tx: Tx, record: string): Promise<PartnerAction[]> {
  return read(tx, 'AND t.record_id = $1', [record])
}

/** Throws NotFound, the same whether there is none, it is another's, or nothing of its record is shared any more. */
export async function getPartnerAction(tx: Tx, id: string): Promise<PartnerAction> {
  const [action] = await read(tx, 'AND t.id = $1', [id])
  if (action === undefined) throw new NotFound({ kind: 'action', id })
  return action
}
