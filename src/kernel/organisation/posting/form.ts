import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { accountId, accountView, getAccount } from '../account/row.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { getPosting, postingView } from './row.ts'

export const beginPosting = query({
  name: 'posting.begin',
  summary: 'Begin to post somebody: who it is, and the units of their agency',
  input: z.object({ id: accountId }),
  output: z.object({
    account: accountView,
    units: z.array(z.object({ id: z.int(), name: z.string(), code: z.string() })),
  }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'posting.begun', subjects: (input) => [{ kind: 'account', id: input.id }] },
  async run(tx, input) {
    const account = await getAccount(tx, input.id)
    const { rows: units } = await tx.client.query<{ id: number; name: string; code: string }>(
      `SELECT id, name, code FROM unit WHERE agency_id = $1 AND coalesce(valid_to, 'infinity') >= $2::date ORDER BY name`,
      [account.agency, today(tx)],
    )
    return { account, units }
  },
})

export const openPosting = query({
  name: 'posting.open',
  summary: 'Open a posting to change or end it',
  input: z.object({ id: id('Posting') }),
  output: postingView,
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'posting.opened',
    subjects: (input, output) => [
      { kind: 'posting', id: input.id },
      { kind: 'account', id: output.account },
    ],
  },
  run: (tx, input) => getPosting(tx, input.id),
})
