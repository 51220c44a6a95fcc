import { z } from 'zod'
import { choice, civilDate, id, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { refuseOn } from '../rules/rule.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { orTaken } from '../taken.ts'
import { sameVersion, version } from '../versions.ts'
import { AGENCY_KIND_CODES } from '../words.ts'
import { AGENCY_TAKEN, lockAgency } from './row.ts'

export const changeAgency = command({
  name: 'agency.change',
  summary: 'Change an agency’s name, kind or first day',
  input: z.object({
    id: id('Agency'),
    version,
    name: text('Name'),
    kind: choice('Kind of agency', AGENCY_KIND_CODES),
    validFrom: civilDate('First day'),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'agency.changed', subjects: (input) => [{ kind: 'agency', id: input.id }] },
  async run(tx, input) {
    const agency = await lockAgency(tx, input.id)
    sameVersion(agency, input.version)
    refuseOn(termInOrder({ from: input.validFrom, to: agency.validTo }))
    const changed = tx.db
      .updateTable('agency')
      .set({ name: input.name, kind: input.kind, valid_from: input.validFrom, version: agency.version + 1 })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    await orTaken(changed, AGENCY_TAKEN)
    return { id: input.id }
  },
})
