import { z } from 'zod'
import { civilDate, id, optionalId, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { unitParent } from '../rules/org01-unit-parent.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { refuseOn } from '../rules/rule.ts'
import { orTaken } from '../taken.ts'
import { today } from '../today.ts'
import { sameVersion, version } from '../versions.ts'
import { knownArea, parentFacts } from './parent.ts'
import { getUnit, lockUnits, UNIT_TAKEN } from './row.ts'

export const changeUnit = command({
  name: 'unit.change',
  summary: 'Change a unit’s name, code, area, first day or the unit above it',
  input: z.object({
    id: id('Unit'),
    version,
    code: text('Code', 40),
    name: text('Name'),
    parent: optionalId('Unit above'),
    area: optionalId('Area'),
    validFrom: civilDate('First day'),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'unit.changed',
    subjects: (input) => [{ kind: 'unit', id: input.id }],
    detail: ({ parent, area }) => ({ parent, area }),
  },
  async run(tx, input) {
    await lockUnits(tx)
    const unit = await getUnit(tx, input.id)
    sameVersion(unit, input.version)
    await knownArea(tx, input.area)
    const parent = await parentFacts(tx, input.parent)
    const facts = { id: unit.id, agency: unit.agency, from: input.validFrom, to: unit.validTo }
    refuseOn(termInOrder(facts), unitParent(facts, parent, today(tx)))
    const changed = tx.db
      .updateTable('unit')
      .set({
        code: input.code,
        name: input.name,
        parent_id: input.parent,
        area_id: input.area,
        valid_from: input.validFrom,
        version: unit.version + 1,
      })
      .where('id', '=', input.id)
      .execute()
    await orTaken(changed, UNIT_TAKEN)
    return { id: input.id }
  },
})
