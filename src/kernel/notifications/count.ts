import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { permits } from '#platform/access/decide.ts'
import { query } from '../operations.ts'
import { readSubjects, type NotifiedSubject } from './subjects.ts'

/** Who gets notifications. */
export const NOTIFIED = { staff: 'any', partner: ['partner'] } as const

/** More than so many are not counted: nobody needs the number. */
const MOST = 100

export const unseenModel = z.object({
  /** Up to 100. */
  count: z.int(),
  /** The newest of them. */
  latest: z.uuid().nullable(),
})
export type Unseen = z.output<typeof unseenModel>

/** What this reader has not seen yet, of what they may open. Where there is nothing, as mostly, one small statement. */
export async function readUnseen(tx: Pick<Tx, 'client' | 'reader'>): Promise<Unseen> {
  const rows = rowsAs<NotifiedSubject & { readonly id: string }>(
    await tx.client.query(
      `SELECT id, subject_kind AS kind, subject_id AS subject FROM notification
      WHERE account_id = $1 AND seen_at IS NULL ORDER BY at DESC, id DESC LIMIT ${MOST}`,
      [tx.reader.account],
    ),
  )
  const open = await readSubjects(tx, rows)
  const visible = rows.filter(({ subject }) => open.has(subject))
  return { count: visible.length, latest: visible[0]?.id ?? null }
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
