import { z } from 'zod'
import { id, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { notInside, ofTheForce } from '../rules/org12-members-of-a-compartment.ts'
import { refuseOn } from '../rules/rule.ts'
import { isInside, letIn } from './members.ts'
import { lockAsCustodian, personByNumber } from './row.ts'

export const addMember = command({
  name: 'compartment.add-member',
  summary: 'Let somebody into a compartment, with the reason',
  input: z.object({ id: id('Compartment'), number: text('Collar or staff number', 40), reason: text('Reason', 1000) }),
  output: z.object({ id: z.int(), account: z.string() }),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: {
    event: 'compartment.member-added',
    subjects: (input, output) => [
      { kind: 'compartment', id: input.id },
      { kind: 'account', id: output.account },
    ],
  },
  async run(tx, input) {
    await lockAsCustodian(tx, input.id)
    const person = await personByNumber(tx, input.number, 'number')
    refuseOn(ofTheForce(person.principal), notInside(await isInside(tx, input.id, person.id), person.name))
    await letIn(tx, input.id, person.id, input.reason)
    return { id: input.id, account: person.id }
  },
})
