import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { permits } from '#platform/access/decide.ts'
import { query } from '../operations.ts'

/** Who gets notifications. */
export const NOTIFIED = { staff: 'any' } as const

/** More than so many are not counted: nobody needs the number. */
const MOST = 100

export const unseenModel = z.object({
  /** Up to 100. */
  count: z.int(),
  /** The newest of them. */
  latest: z.uuid().nullable(),
})
export type Unseen = z.output<typeof unseenModel>

/**
 * Of the rows `n` of `notification` those whose subject the reader may open: what has been taken out of their reach since is
 * neither listed nor counted.
 */
export const STILL_OPEN = `CASE n.subject_kind
  WHEN 'duty' THEN EXISTS (SELECT FROM duty d WHERE d.id = n.subject_id::uuid)
  ELSE EXISTS (SELECT FROM record r WHERE r.id = n.subject_id::uuid AND r.kind = n.subject_kind) END`

/** What this reader has not seen yet. */
export async function readUnseen(tx: Pick<Tx, 'client' | 'reader'>): Promise<Unseen> {
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT n.id FROM notification n WHERE n.account_id = $1 AND n.seen_at IS NULL AND ${STILL_OPEN}
      ORDER BY n.at DESC, n.id LIMIT ${MOST}`,
      [tx.reader.account],
    ),
  )
  return { count: rows.length, latest: rows[0]?.id ?? null }
}

/** The number for the head of every page; null for a reader who gets none. */
export async function countUnseen(tx: Tx): Promise<number | null> {
  if (!permits(NOTIFIED, tx.reader.principal, tx.reader.roles)) return null
  return (await readUnseen(tx)).count
}

/** How many notifications wait for the reader. */
export const countNotifications = query({
  name: 'notification.count',
  summary: 'How many of your notifications you have not seen',
  input: z.object({}),
  output: unseenModel,
  access: NOTIFIED,
  purpose: 'own work',
  audit: { event: 'notification.counted', subjects: about.nobody },
  run: (tx) => readUnseen(tx),
})
