import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { choice, id, optionalText, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { notOnesOwn } from '../rules/org07-own-hands.ts'
import { staffOfAForce } from '../rules/org09-staff-of-a-force.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameAgencyAsPostings } from '../rules/org11-agency-of-postings.ts'
import { orTaken } from '../taken.ts'
import { today } from '../today.ts'
import { sameVersion, version } from '../versions.ts'
import { kindOfAgency } from './agency-of.ts'
import { ACCOUNT_TAKEN, accountId, lockAccount } from './row.ts'

export const changeAccount = command({
  name: 'account.change',
  summary: 'Change somebody’s name, number, agency or clearance',
  input: z.object({
    id: accountId,
    version,
    name: text('Name'),
    number: optionalText('Collar or staff number', 40),
    agency: id('Agency', 'Choose the agency'),
    clearance: choice('Clearance', MARKINGS),
  }),
  output: z.object({ id: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'account.changed',
    subjects: (input) => [{ kind: 'account', id: input.id }],
    detail: ({ agency, clearance }) => ({ agency, clearance }),
  },
  async run(tx, input) {
    // First: one's own account cannot be locked for a change, so it would look as if it were not there.
    refuseOn(notOnesOwn(input.id, tx.reader.account))
    const account = await lockAccount(tx, input.id)
    sameVersion(account, input.version)
    refuseOn(
      staffOfAForce(account.principal, await kindOfAgency(tx, input.agency, today(tx))),
      sameAgencyAsPostings(account.agency, input.agency, await goingPostings(tx, input.id)),
    )
    const changed = tx.db
      .updateTable('account')
      .set({
        name: input.name,
        number: input.number,
        agency_id: input.agency,
        clearance: input.clearance,
        version: account.version + 1,
      })
      .where('id', '=', input.id)
      .execute()
    await orTaken(changed, ACCOUNT_TAKEN)
    return { id: input.id }
  },
})

async function goingPostings(tx: Tx, account: string): Promise<number> {
  const { rows } = await tx.client.query<{ going: number }>(
    'SELECT count(*) AS going FROM posting WHERE account_id = $1 AND (ends IS NULL OR ends >= $2)',
    [account, today(tx)],
  )
  return rows[0]?.going ?? 0
}
