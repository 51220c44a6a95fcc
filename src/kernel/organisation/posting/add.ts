import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { accountId, getAccount } from '../account/row.ts'
import { command } from '../../operations.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { rolesFitPrincipal } from '../rules/org05-roles-of-principal.ts'
import { postingFits } from '../rules/org06-posting-fits.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { stillHere } from '../rules/org10-still-here.ts'
import { refuseOn } from '../rules/rule.ts'
import { POSTING_FIELDS } from './fields.ts'
import { unitOfPosting } from './unit-facts.ts'

export const addPosting = command({
  name: 'posting.add',
  summary: 'Post somebody to a unit',
  input: z.object({ account: accountId, unit: id('Unit', 'Choose the unit'), ...POSTING_FIELDS }),
  output: z.object({ id: z.int(), account: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'posting.added',
    subjects: (input, output) => [
      { kind: 'posting', id: output.id },
      { kind: 'account', id: input.account },
    ],
    detail: ({ unit, roles, forceWide, starts, ends }) => ({ unit, roles, forceWide, starts, ends }),
  },
  async run(tx, input) {
    const account = await getAccount(tx, input.account)
    const unit = await unitOfPosting(tx, input.unit)
    const term = { from: input.starts, to: input.ends }
    refuseOn(
      notOnesOwn(account.id, tx.reader.account),
      stillHere(account.leftAt === null ? null : new Date(account.leftAt), tx.now),
      termInOrder(term),
      rolesFitPrincipal(account.principal, input.roles),
      postingFits({ ...account, ...term, forceWide: input.forceWide, unitAgency: unit.agency, unit }),
    )
    const added = await tx.db
      .insertInto('posting')
      .values({
        account_id: input.account,
        unit_id: input.unit,
        title: input.title,
        roles: [...input.roles],
        force_wide: input.forceWide,
        starts: input.starts,
        ends: input.ends,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id: added.id, account: input.account }
  },
})
