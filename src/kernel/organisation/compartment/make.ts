import { z } from 'zod'
import { Forbidden } from '#platform/errors/errors.ts'
import { flag, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { orTaken } from '../taken.ts'
import { letIn } from './members.ts'
import { COMPARTMENT_TAKEN } from './row.ts'

export const makeCompartment = command({
  name: 'compartment.make',
  summary: 'Make a compartment, with yourself as its custodian and first member',
  input: z.object({ name: text('Name', 100), existenceShows: flag(), reason: text('Reason', 1000) }),
  output: z.object({ id: z.int() }),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: { event: 'compartment.made', subjects: (_, { id }) => [{ kind: 'compartment', id }] },
  async run(tx, input) {
    if (tx.reader.account === null) throw new Forbidden()
    const made = tx.db
      .insertInto('compartment')
      .values({ name: input.name, existence_shows: input.existenceShows, custodian: tx.reader.account })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await orTaken(made, COMPARTMENT_TAKEN)
    await letIn(tx, id, tx.reader.account, input.reason)
    return { id }
  },
})
