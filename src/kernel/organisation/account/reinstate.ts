import { z } from 'zod'
import { command } from '../../operations.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { accountId, lockAccount } from './row.ts'

export const reinstate = command({
  name: 'account.reinstate',
  summary: 'Re-instate somebody who had left: their postings that still run count again',
  input: z.object({ id: accountId, version }),
  output: z.object({ id: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'account.reinstated', subjects: (input) => [{ kind: 'account', id: input.id }] },
  async run(tx, input) {
    refuseOn(notOnesOwn(input.id, tx.reader.account))
    const account = await lockAccount(tx, input.id)
    sameVersion(account, input.version)
    await tx.db
      .updateTable('account')
      .set({ left_at: null, version: account.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
