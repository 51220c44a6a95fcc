import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { query } from '../operations.ts'
import { NOTIFIED, STILL_OPEN } from './count.ts'

const PAGE = 50

export const notificationModel = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  event: z.string(),
  /** What it is about, as it is called now. */
  about: z.string(),
  href: z.string(),
  seen: z.boolean(),
})
export type NotificationLine = z.output<typeof notificationModel>

interface Row extends Omit<NotificationLine, 'at'> {
  readonly at: Date
}

/** The reader's own, newest first, of what they may still open. */
export async function readNotifications(
  tx: Tx,
  most: number,
  options: { readonly before?: string | null; readonly unseen?: boolean } = {},
): Promise<NotificationLine[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT n.id, n.at, n.event, n.href, n.seen_at IS NOT NULL AS seen,
        CASE n.subject_kind WHEN 'duty' THEN (SELECT d.title FROM duty d WHERE d.id = n.subject_id::uuid)
          ELSE (SELECT r.reference || ' ' || r.title FROM record r WHERE r.id = n.subject_id::uuid) END AS about
      FROM notification n
      WHERE n.account_id = $1 AND ${STILL_OPEN} AND ($2::boolean IS NOT TRUE OR n.seen_at IS NULL)
        AND ($3::uuid IS NULL OR (n.at, n.id) < (SELECT b.at, b.id FROM notification b WHERE b.id = $3))
      ORDER BY n.at DESC, n.id DESC LIMIT $4`,
      [tx.reader.account, options.unseen ?? false, options.before ?? null, most],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export const listNotifications = query({
  name: 'notification.list',
  summary: 'See what you were told of',
  input: z.object({
    before: z
      .union([z.literal('').transform(() => null), z.uuid({ error: 'This is not the address of a notification' })])
      .optional()
      .transform((value) => value ?? null),
  }),
  output: z.object({
    notifications: z.array(notificationModel),
    next: z.uuid().nullable(),
    /** The newest of all: what came after it stays unseen when the others are marked as seen. */
    until: z.iso.datetime().nullable(),
  }),
  access: NOTIFIED,
  purpose: 'own work',
  audit: {
    event: 'notification.listed',
    subjects: (_input, { notifications }) => notifications.map(({ id }) => ({ kind: 'notification', id })),
  },
  async run(tx, { before }) {
    const found = await readNotifications(tx, PAGE + 1, { before })
    const notifications = found.slice(0, PAGE)
    return {
      notifications,
      next: found.length > PAGE ? (notifications.at(-1)?.id ?? null) : null,
      until: notifications.some(({ seen }) => !seen) ? (notifications[0]?.at ?? null) : null,
    }
  },
})
