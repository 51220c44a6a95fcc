import { z } from 'zod'
import { command } from '../../operations.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { administratorStays } from '../rules/org08-an-administrator-stays.ts'
import { stillHere } from '../rules/org10-still-here.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { countAdministrators, lockPostings } from './administrators.ts'
import { endSessions } from './end-sessions.ts'
import { accountId, lockAccount } from './row.ts'

export const markAsLeft = command({
  name: 'account.leave',
  summary: 'Mark somebody as left: they are signed out everywhere and can open nothing from now on',
  input: z.object({ id: accountId, version }),
  output: z.object({ id: z.string(), sessionsEnded: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'account.left',
    subjects: (input) => [{ kind: 'account', id: input.id }],
    detail: (_, { sessionsEnded }) => ({ sessionsEnded }),
  },
  async run(tx, input) {
    refuseOn(notOnesOwn(input.id, tx.reader.account))
    await lockPostings(tx)
    const account = await lockAccount(tx, input.id)
    sameVersion(account, input.version)
    const { isOne, others } = await countAdministrators(tx, input.id, null)
    refuseOn(
      stillHere(account.leftAt === null ? null : new Date(account.leftAt), tx.now),
      administratorStays(isOne, false, others),
    )
    await tx.db
      .updateTable('account')
      .set({ left_at: tx.now, version: account.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id, sessionsEnded: await endSessions(tx, input.id) }
  },
})
