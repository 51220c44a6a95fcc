import { z } from 'zod'
import { standingsOf, standingView } from '../../competences/holdings.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { accountId, accountView, getAccount } from './row.ts'

const heldPosting = z.object({
  id: z.int(),
  title: z.string(),
  unit: z.int(),
  unitName: z.string(),
  roles: z.array(z.string()),
  forceWide: z.boolean(),
  starts: z.string(),
  ends: z.string().nullable(),
})

export const openAccount = query({
  name: 'account.open',
  summary: 'Open somebody’s page: who they are, their postings now and before',
  input: z.object({ id: accountId }),
  output: z.object({
    account: accountView,
    postings: z.array(heldPosting),
    /** How their training stands; null where the reader may not see it. */
    training: z.array(standingView).nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'account.opened', subjects: (input) => [{ kind: 'account', id: input.id }] },
  async run(tx, input) {
    const account = await getAccount(tx, input.id)
    const { rows: postings } = await tx.client.query<z.output<typeof heldPosting>>(
      `SELECT p.id, p.title, p.unit_id AS unit, u.name AS "unitName", p.roles, p.force_wide AS "forceWide", p.starts, p.ends
      FROM posting p JOIN unit u ON u.id = p.unit_id WHERE p.account_id = $1
      ORDER BY p.ends IS NOT NULL, p.starts DESC, p.id DESC`,
      [input.id],
    )
    return { account, postings, training: await standingsOf(tx, input.id, today(tx)) }
  },
})
