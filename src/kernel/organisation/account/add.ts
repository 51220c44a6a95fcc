import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { choice, id, optionalText, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { staffOfAForce } from '../rules/org09-staff-of-a-force.ts'
import { refuseOn } from '../rules/rule.ts'
import { orTaken } from '../taken.ts'
import { today } from '../today.ts'
import { kindOfAgency } from './agency-of.ts'
import { ACCOUNT_TAKEN } from './row.ts'

export const addAccount = command({
  name: 'account.add',
  summary: 'Add somebody who is to sign in',
  input: z.object({
    name: text('Name'),
    number: optionalText('Collar or staff number', 40),
    agency: id('Agency', 'Choose the agency'),
    principal: choice('Whether they are of the force or of a partner', ['staff', 'partner']),
    clearance: choice('Clearance', MARKINGS),
    subject: text('Sign-in name', 200),
    /** The address of the identity provider; that of the administrator's own account where none is given. */
    issuer: optionalText('Identity provider', 400),
  }),
  output: z.object({ id: z.string() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'account.added',
    subjects: (_, output) => [{ kind: 'account', id: output.id }],
    detail: ({ agency, principal, clearance }) => ({ agency, principal, clearance }),
  },
  async run(tx, input) {
    refuseOn(staffOfAForce(input.principal, await kindOfAgency(tx, input.agency, today(tx))))
    const own = await tx.db
      .selectFrom('account')
      .select('issuer')
      .where('id', '=', tx.reader.account)
      .executeTakeFirst()
    const added = tx.db
      .insertInto('account')
      .values({
        id: randomUUID(),
        issuer: input.issuer ?? own?.issuer ?? '',
        subject: input.subject,
        principal: input.principal,
        agency_id: input.agency,
        name: input.name,
        number: input.number,
        clearance: input.clearance,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return orTaken(added, ACCOUNT_TAKEN)
  },
})
