import { z } from 'zod'
import { holdingsOf, holdingView, standingsOf, standingView } from '#kernel/competences/holdings.ts'
import { records } from '#kernel/competences/recorders.ts'
import { query } from '#kernel/operations.ts'
import { accountId, getAccount } from '#kernel/organisation/account/row.ts'
import { today } from '#kernel/organisation/today.ts'
import { NotFound } from '#platform/errors/errors.ts'

export const openPerson = query({
  name: 'training.open',
  summary: 'See what somebody was trained in: your own training, or that of somebody whom you supervise or lead',
  input: z.object({ id: accountId }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    own: z.boolean(),
    /** Whether the reader records and takes back for this person. */
    records: z.boolean(),
    standings: z.array(standingView),
    holdings: z.array(holdingView).readonly(),
  }),
  access: { staff: 'any' },
  purpose: 'training',
  audit: { event: 'training.opened', subjects: ({ id }) => [{ kind: 'account', id }] },
  async run(tx, { id }) {
    const standings = await standingsOf(tx, id, today(tx))
    if (standings === null) throw new NotFound({ kind: 'account', id })
    const { name } = await getAccount(tx, id)
    const own = tx.reader.account === id
    return {
      id,
      name,
      own,
      records: !own && records(tx.reader.roles),
      standings,
      holdings: await holdingsOf(tx, id),
    }
  },
})
