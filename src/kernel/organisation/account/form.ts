import { z } from 'zod'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { accountId, accountView, getAccount } from './row.ts'

export const showAccountForm = query({
  name: 'account.form',
  summary: 'Begin to add or change an account: the account as it stands, and what can be chosen',
  input: z.object({ id: accountId.optional() }),
  output: z.object({
    account: accountView.nullable(),
    agencies: z.array(z.object({ id: z.int(), name: z.string(), kind: z.string() })),
  }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'account.form-opened',
    subjects: (input) => (input.id === undefined ? [] : [{ kind: 'account', id: input.id }]),
  },
  async run(tx, input) {
    const account = input.id === undefined ? null : await getAccount(tx, input.id)
    const { rows: agencies } = await tx.client.query<{ id: number; name: string; kind: string }>(
      `SELECT id, name, kind FROM agency WHERE coalesce(valid_to, 'infinity') >= $1::date
      ORDER BY kind <> 'police-force', name`,
      [today(tx)],
    )
    return { account, agencies }
  },
})
