import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { operationsFor } from './define.ts'

const { command, query } = operationsFor<string>()

/** The path of the form's own page: it is a link on the page of one's work, and stands in the audit. */
const draftKey = z
  .string()
  .max(200)
  .regex(/^\/(?!\/)[\w/.-]*(\?[\w=&.-]*)?$/, { error: 'A draft is kept under the address of its page' })
const draftFields = z.record(z.string().max(200), z.union([z.string().max(100_000), z.array(z.string().max(10_000))]))

/** What a person has typed so far, kept on the server every few seconds: a lost tab or a locked screen loses nothing. */
export const saveDraft = command({
  name: 'draft.save',
  summary: 'Keep what has been typed so far',
  input: z.object({ key: draftKey, fields: draftFields }),
  output: z.object({ savedAt: z.iso.datetime(), first: z.boolean() }),
  access: { staff: 'any', partner: 'any' },
  purpose: 'own draft',
  audit: {
    event: 'draft.kept',
    subjects: (input) => [{ kind: 'draft', id: input.key }],
    alreadyLogged: (output) => !output.first,
  },
  async run(tx, { key, fields }) {
    const { rows } = await tx.client.query<{ first: boolean }>(
      `INSERT INTO draft (account_id, key, fields, saved_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (account_id, key) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
      RETURNING xmax = 0 AS first`,
      [tx.reader.account, key, JSON.stringify(fields), tx.now],
    )
    return { savedAt: tx.now.toISOString(), first: rows[0]?.first ?? false }
  },
})

export const findDraft = query({
  name: 'draft.find',
  summary: 'Find what was typed before',
  input: z.object({ key: draftKey }),
  output: z.object({ fields: draftFields, savedAt: z.iso.datetime() }).nullable(),
  access: { staff: 'any', partner: 'any' },
  purpose: 'own draft',
  audit: { event: 'draft.opened', subjects: (input) => [{ kind: 'draft', id: input.key }] },
  async run(tx, { key }) {
    const row = await tx.db
      .selectFrom('draft')
      .select(['fields', 'saved_at'])
      .where('account_id', '=', tx.reader.account)
      .where('key', '=', key)
      .executeTakeFirst()
    return row === undefined ? null : { fields: draftFields.parse(row.fields), savedAt: row.saved_at.toISOString() }
  },
})

export async function discardDraft(tx: Tx, key: string): Promise<void> {
  await tx.db.deleteFrom('draft').where('account_id', '=', tx.reader.account).where('key', '=', key).execute()
}
