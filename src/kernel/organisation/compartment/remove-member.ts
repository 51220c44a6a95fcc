import { z } from 'zod'
import { NotFound } from '#platform/errors/errors.ts'
import { id, text } from '#platform/forms/fields.ts'
import { accountId } from '../account/row.ts'
import { command } from '../../operations.ts'
import { custodianStays } from '../rules/org12-members-of-a-compartment.ts'
import { refuseOn } from '../rules/rule.ts'
import { takeOut } from './members.ts'
import { lockAsCustodian } from './row.ts'

export const removeMember = command({
  name: 'compartment.remove-member',
  summary: 'Take somebody out of a compartment, with the reason: they are out at once',
  input: z.object({ id: id('Compartment'), account: accountId, reason: text('Reason', 1000) }),
  output: z.object({ id: z.int() }),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: {
    event: 'compartment.member-removed',
    subjects: (input) => [
      { kind: 'compartment', id: input.id },
      { kind: 'account', id: input.account },
    ],
  },
  async run(tx, input) {
    const compartment = await lockAsCustodian(tx, input.id)
    refuseOn(custodianStays(input.account, compartment.custodian))
    if ((await takeOut(tx, input.id, input.account, input.reason)) === 0)
      throw new NotFound({ kind: 'account', id: input.account }, 'They are not in this compartment any more.')
    return { id: input.id }
  },
})
