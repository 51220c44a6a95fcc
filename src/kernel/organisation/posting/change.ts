import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { countAdministrators, lockPostings } from '../account/administrators.ts'
import { getAccount } from '../account/row.ts'
import { command } from '../../operations.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { rolesFitPrincipal } from '../rules/org05-roles-of-principal.ts'
import { postingFits } from '../rules/org06-posting-fits.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { administratorStays } from '../rules/org08-an-administrator-stays.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { POSTING_FIELDS } from './fields.ts'
import { getPosting } from './row.ts'
import { unitOfPosting } from './unit-facts.ts'

export const changePosting = command({
  name: 'posting.change',
  summary: 'Put a posting right: its title, roles, reach or dates',
  input: z.object({ id: id('Posting'), version, ...POSTING_FIELDS }),
  output: z.object({ id: z.int(), account: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'posting.changed',
    subjects: (input, output) => [
      { kind: 'posting', id: input.id },
      { kind: 'account', id: output.account },
    ],
    detail: ({ roles, forceWide, starts, ends }) => ({ roles, forceWide, starts, ends }),
  },
  async run(tx, input) {
    await lockPostings(tx)
    const posting = await getPosting(tx, input.id)
    sameVersion(posting, input.version)
    const unit = await unitOfPosting(tx, posting.unit)
    const account = await getAccount(tx, posting.account)
    const term = { from: input.starts, to: input.ends }
    const { staysOne, others } = await countAdministrators(tx, posting.account, input.id)
    const keepsRole = input.roles.includes('administrator') && input.ends === null
    refuseOn(
      notOnesOwn(posting.account, tx.reader.account),
      termInOrder(term),
      rolesFitPrincipal(account.principal, input.roles),
      postingFits({ ...account, ...term, forceWide: input.forceWide, unitAgency: unit.agency, unit }),
      administratorStays(posting.roles.includes('administrator'), staysOne || keepsRole, others),
    )
    await tx.db
      .updateTable('posting')
      .set({
        title: input.title,
        roles: [...input.roles],
        force_wide: input.forceWide,
        starts: input.starts,
        ends: input.ends,
        version: posting.version + 1,
      })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id, account: posting.account }
  },
})
