import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { discardDraft } from '#platform/operations/drafts.ts'
import { PREVIEW } from '../addresses.ts'

/** Between reading and saving the text lies among the person's drafts, under the address of the page that shows it. */
const KEY = PREVIEW

/** In pieces that a draft takes, cut between characters. */
const PIECE = /[\s\S]{1,4500}/gu
const kept = z.object({ report: z.union([z.string(), z.array(z.string())]) })

/** Keeps the text for the step after, in place of any that was there. */
export async function keepText(tx: Tx, text: string): Promise<void> {
  await tx.client.query(
    `INSERT INTO draft (account_id, key, fields, saved_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (account_id, key) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at`,
    [tx.reader.account, KEY, JSON.stringify({ report: text.match(PIECE) ?? [] }), tx.now],
  )
}

/** The text that this person is about to import; null where there is none any more. */
export async function findText(tx: Tx): Promise<string | null> {
  const row = await tx.db
    .selectFrom('draft')
    .select('fields')
    .where('account_id', '=', tx.reader.account)
    .where('key', '=', KEY)
    .executeTakeFirst()
  const read = kept.safeParse(row?.fields)
  if (!read.success) return null
  return typeof read.data.report === 'string' ? read.data.report : read.data.report.join('')
}

export function discardText(tx: Tx): Promise<void> {
  return discardDraft(tx, KEY)
}

/** What a text is known by: its lines end alike whatever sent them. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('hex')
}
