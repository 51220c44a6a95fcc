import { z } from 'zod'
import { id, optionalCivilDate } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { nothingLeftHanging } from '../rules/org03-nothing-left-hanging.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { getArea } from './row.ts'

export const endArea = command({
  name: 'area.end',
  summary: 'Say when an area ends, or that it goes on after all',
  input: z.object({ id: id('Area'), version, ends: optionalCivilDate('Last day') }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'area.ended',
    subjects: (input) => [{ kind: 'area', id: input.id }],
    detail: ({ ends }) => ({ ends }),
  },
  async run(tx, input) {
    const area = await getArea(tx, input.id, 'FOR UPDATE')
    sameVersion(area, input.version)
    const { rows } = await tx.client.query<{ units: number }>(
      'SELECT count(*) AS units FROM unit WHERE area_id = $1 AND (valid_to IS NULL OR valid_to > $2)',
      [input.id, input.ends],
    )
    refuseOn(
      termInOrder({ from: area.validFrom, to: input.ends }),
      nothingLeftHanging(input.ends, [
        { count: rows[0]?.units ?? 0, one: 'unit that works there', many: 'units that work there' },
      ]),
    )
    await tx.db
      .updateTable('area')
      .set({ valid_to: input.ends, version: area.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
