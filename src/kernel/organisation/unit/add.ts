import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'
import { civilDate, id, optionalId, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { unitParent } from '../rules/org01-unit-parent.ts'
import { refuseOn } from '../rules/rule.ts'
import { orTaken } from '../taken.ts'
import { today } from '../today.ts'
import { knownArea, parentFacts } from './parent.ts'
import { lockUnits, UNIT_TAKEN } from './row.ts'

export const addUnit = command({
  name: 'unit.add',
  summary: 'Add a unit',
  input: z.object({
    code: text('Code', 40),
    name: text('Name'),
    agency: id('Agency', 'Choose the agency'),
    parent: optionalId('Unit above'),
    area: optionalId('Area'),
    validFrom: civilDate('First day'),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'unit.added', subjects: (_, { id: unit }) => [{ kind: 'unit', id: unit }] },
  async run(tx, input) {
    await lockUnits(tx)
    const agency = await tx.db.selectFrom('agency').select('id').where('id', '=', input.agency).executeTakeFirst()
    if (agency === undefined) throw new Invalid({ agency: 'Choose the agency from the list' })
    await knownArea(tx, input.area)
    const parent = await parentFacts(tx, input.parent)
    refuseOn(unitParent({ id: null, agency: input.agency, from: input.validFrom, to: null }, parent, today(tx)))
    const added = tx.db
      .insertInto('unit')
      .values({
        code: input.code,
        name: input.name,
        agency_id: input.agency,
        parent_id: input.parent,
        area_id: input.area,
        valid_from: input.validFrom,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return orTaken(added, UNIT_TAKEN)
  },
})
