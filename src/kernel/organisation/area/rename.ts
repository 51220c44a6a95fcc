import { z } from 'zod'
import { civilDate, id, text } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { getArea } from './row.ts'

export const renameArea = command({
  name: 'area.rename',
  summary: 'Change an area’s name or first day; kind and code stay',
  input: z.object({ id: id('Area'), version, name: text('Name'), validFrom: civilDate('First day') }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'area.renamed', subjects: (input) => [{ kind: 'area', id: input.id }] },
  async run(tx, input) {
    const area = await getArea(tx, input.id, 'FOR UPDATE')
    sameVersion(area, input.version)
    refuseOn(termInOrder({ from: input.validFrom, to: area.validTo }))
    await tx.db
      .updateTable('area')
      .set({ name: input.name, valid_from: input.validFrom, version: area.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
