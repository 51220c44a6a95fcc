import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** A posting as it is shown, with the person and the unit. */
export const postingView = z.object({
  id: z.int(),
  account: z.string(),
  accountName: z.string(),
  principal: z.string(),
  unit: z.int(),
  unitName: z.string(),
  title: z.string(),
  roles: z.array(z.string()),
  forceWide: z.boolean(),
  starts: z.string(),
  ends: z.string().nullable(),
  version: z.int(),
})
export type PostingView = z.output<typeof postingView>

export async function getPosting(tx: Tx, id: number, lock: '' | 'FOR UPDATE OF p' = ''): Promise<PostingView> {
  const { rows } = await tx.client.query<PostingView>(
    `SELECT p.id, p.account_id AS account, a.name AS "accountName", a.principal, p.unit_id AS unit, u.name AS "unitName",
      p.title, p.roles, p.force_wide AS "forceWide", p.starts, p.ends, p.version
    FROM posting p JOIN account a ON a.id = p.account_id JOIN unit u ON u.id = p.unit_id WHERE p.id = $1 ${lock}`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'posting', id: String(id) })
  return row
}
