import { z } from 'zod'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { orTaken } from '../taken.ts'
import { AGENCY_KIND_CODES } from '../words.ts'
import { AGENCY_TAKEN } from './row.ts'

export const addAgency = command({
  name: 'agency.add',
  summary: 'Add an agency',
  input: z.object({
    name: text('Name'),
    kind: choice('Kind of agency', AGENCY_KIND_CODES),
    validFrom: civilDate('First day'),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'agency.added', subjects: (_, { id }) => [{ kind: 'agency', id }] },
  async run(tx, input) {
    const added = tx.db
      .insertInto('agency')
      .values({ name: input.name, kind: input.kind, valid_from: input.validFrom })
      .returning('id')
      .executeTakeFirstOrThrow()
    return orTaken(added, AGENCY_TAKEN)
  },
})
