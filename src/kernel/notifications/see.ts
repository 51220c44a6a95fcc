import { z } from 'zod'
import { command } from '../operations.ts'
import { about } from '#platform/operations/define.ts'
import { NOTIFIED } from './count.ts'

/** Marks as seen what the reader was told of up to a moment: that of the newest on the page that they looked at. */
export const seeNotifications = command({
  name: 'notification.see',
  summary: 'Mark what you were told of as seen',
  input: z.object({ until: z.iso.datetime({ error: 'Load the page again' }) }),
  output: z.object({ seen: z.int() }),
  access: NOTIFIED,
  purpose: 'own work',
  audit: { event: 'notification.seen', subjects: about.nobody, detail: (_input, { seen }) => ({ seen }) },
  async run(tx, { until }) {
    const { rowCount } = await tx.client.query(
      'UPDATE notification SET seen_at = $3 WHERE account_id = $1 AND at <= $2 AND seen_at IS NULL',
      [tx.reader.account, until, tx.now],
    )
    return { seen: rowCount ?? 0 }
  },
})
