import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export interface PageSetting {
  readonly page: boolean
  readonly messages: boolean
  /** What victims ring; null where nothing was ever said. */
  readonly phone: string | null
}

/** What the force lets victims have today (VCP08): nothing, until somebody says so. */
export async function settingOf(tx: Tx): Promise<PageSetting> {
  const [row] = rowsAs<PageSetting>(
    await tx.client.query(
      `SELECT page, messages, phone FROM victim_page_setting
      WHERE valid_from <= ($1::timestamptz AT TIME ZONE 'Europe/London')::date ORDER BY valid_from DESC LIMIT 1`,
      [tx.now],
    ),
  )
  return row ?? { page: false, messages: false, phone: null }
}
