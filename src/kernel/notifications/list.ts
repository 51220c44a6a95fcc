import { z } from 'zod'
import { rowsAs } from '#platform/edge.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { query } from '../operations.ts'
import { NOTIFIED } from './count.ts'
import { readSubjects, type NotifiedSubject } from './subjects.ts'

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

interface Row extends NotifiedSubject {
  readonly id: string
  readonly at: Date
  readonly event: string
  readonly href: string
  readonly seen: boolean
}

/**
 * The reader's own, newest first. What they may not open any more is left out, so a page may be shorter; `last` is the last
 * that was looked at, null when there are no more.
 */
export async function readNotifications(
  tx: Tx,
  most: number,
  options: { readonly before?: string | null; readonly unseen?: boolean } = {},
): Promise<{ readonly lines: NotificationLine[]; readonly last: string | null }> {
  const found = rowsAs<Row>(
    await tx.client.query(
      `SELECT id, at, event, href, subject_kind AS kind, subject_id AS subject, seen_at IS NOT NULL AS seen FROM notification
      WHERE account_id = $1 AND ($2::boolean IS NOT TRUE OR seen_at IS NULL)
        AND ($3::uuid IS NULL OR (at, id) < (SELECT b.at, b.id FROM notification b WHERE b.id = $3))
      ORDER BY at DESC, id DESC LIMIT $4`,
      [tx.reader.account, options.unseen ?? false, options.before ?? null, most + 1],
    ),
  )
  const rows = found.slice(0, most)
  const titles = await readSubjects(tx, rows)
  const lines = rows.flatMap(({ id, at, event, href, seen, subject }) => {
    const about = titles.get(subject)
    return about === undefined ? [] : [{ id, at: at.toISOString(), event, about, href, seen }]
  })
  return { lines, last: found.length > most ? (rows.at(-1)?.id ?? null) : null }
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
    const { lines: notifications, last } = await readNotifications(tx, PAGE, { before })
    return {
      notifications,
      next: last,
      until: notifications.some(({ seen }) => !seen) ? (notifications[0]?.at ?? null) : null,
    }
  },
})
