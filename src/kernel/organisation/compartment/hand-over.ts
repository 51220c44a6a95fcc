import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { id, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { today } from '../today.ts'
import { sameVersion, version } from '../versions.ts'
import { isInside, letIn } from './members.ts'
import { lockAsCustodian, personByNumber } from './row.ts'

export const handOver = command({
  name: 'compartment.hand-over',
  summary: 'Hand a compartment over to another records custodian',
  input: z.object({
    id: id('Compartment'),
    version,
    number: text('Collar or staff number', 40),
    reason: text('Reason', 1000),
  }),
  output: z.object({ id: z.int(), account: z.string() }),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: {
    event: 'compartment.handed-over',
    subjects: (input, output) => [
      { kind: 'compartment', id: input.id },
      { kind: 'account', id: output.account },
    ],
  },
  async run(tx, input) {
    const compartment = await lockAsCustodian(tx, input.id)
    sameVersion(compartment, input.version)
    const person = await personByNumber(tx, input.number, 'number')
    if (!(await isCustodian(tx, person.id)))
      throw new Invalid({ number: `${person.name} is not a records custodian. An administrator can post them as one.` })
    // Let in first: afterwards this is no longer ours to do.
    if (!(await isInside(tx, input.id, person.id))) await letIn(tx, input.id, person.id, input.reason)
    await tx.db
      .updateTable('compartment')
      .set({ custodian: person.id, version: compartment.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id, account: person.id }
  },
})

async function isCustodian(tx: Tx, account: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `SELECT FROM posting WHERE account_id = $1 AND 'records-custodian' = ANY (roles)
    AND $2::date BETWEEN starts AND coalesce(ends, 'infinity')`,
    [account, today(tx)],
  )
  return rowCount !== 0
}
