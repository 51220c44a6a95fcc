import { z } from 'zod'
import { Forbidden } from '#platform/errors/errors.ts'
import { id, text } from '#platform/forms/fields.ts'
import { getAccount } from '../account/row.ts'
import { command } from '../../operations.ts'
import { refuseOn } from '../rules/rule.ts'
import { custodianHasLeft } from '../rules/org13-take-over.ts'
import { isInside, letIn } from './members.ts'
import { getCompartment } from './row.ts'

export const takeOver = command({
  name: 'compartment.take-over',
  summary: 'Take over a compartment whose custodian has left',
  input: z.object({ id: id('Compartment'), reason: text('Reason', 1000) }),
  output: z.object({ id: z.int() }),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: { event: 'compartment.taken-over', subjects: (input) => [{ kind: 'compartment', id: input.id }] },
  async run(tx, input) {
    if (tx.reader.account === null) throw new Forbidden()
    await tx.client.query('SELECT FROM compartment WHERE id = $1 FOR UPDATE', [input.id])
    const compartment = await getCompartment(tx, input.id)
    const custodian = await getAccount(tx, compartment.custodian)
    refuseOn(custodianHasLeft(custodian.leftAt, compartment.custodianName))
    await tx.db
      .updateTable('compartment')
      .set({ custodian: tx.reader.account, version: compartment.version + 1 })
      .where('id', '=', input.id)
      .execute()
    if (!(await isInside(tx, input.id, tx.reader.account))) await letIn(tx, input.id, tx.reader.account, input.reason)
    return { id: input.id }
  },
})
