import { z } from 'zod'
import { civilDate, id } from '#platform/forms/fields.ts'
import { countAdministrators, lockPostings } from '../account/administrators.ts'
import { command } from '../../operations.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { administratorStays } from '../rules/org08-an-administrator-stays.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { getPosting } from './row.ts'

export const endPosting = command({
  name: 'posting.end',
  summary: 'End a posting: after its last day it opens nothing',
  input: z.object({ id: id('Posting'), version, ends: civilDate('Last day') }),
  output: z.object({ id: z.int(), account: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'posting.ended',
    subjects: (input, output) => [
      { kind: 'posting', id: input.id },
      { kind: 'account', id: output.account },
    ],
    detail: ({ ends }) => ({ ends }),
  },
  async run(tx, input) {
    await lockPostings(tx)
    const posting = await getPosting(tx, input.id)
    sameVersion(posting, input.version)
    const { staysOne, others } = await countAdministrators(tx, posting.account, input.id)
    refuseOn(
      notOnesOwn(posting.account, tx.reader.account),
      termInOrder({ from: posting.starts, to: input.ends }),
      administratorStays(posting.roles.includes('administrator'), staysOne, others),
    )
    await tx.db
      .updateTable('posting')
      .set({ ends: input.ends, version: posting.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id, account: posting.account }
  },
})
