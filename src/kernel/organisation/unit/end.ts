import { z } from 'zod'
import { id, optionalCivilDate } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { unitParent } from '../rules/org01-unit-parent.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { nothingLeftHanging } from '../rules/org03-nothing-left-hanging.ts'
import { refuseOn } from '../rules/rule.ts'
import { today } from '../today.ts'
import { sameVersion, version } from '../versions.ts'
import { parentFacts } from './parent.ts'
import { getUnit, lockUnits } from './row.ts'

export const endUnit = command({
  name: 'unit.end',
  summary: 'Say when a unit ends, or that it goes on after all',
  input: z.object({ id: id('Unit'), version, ends: optionalCivilDate('Last day') }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'unit.ended',
    subjects: (input) => [{ kind: 'unit', id: input.id }],
    detail: (input) => ({ ends: input.ends }),
  },
  async run(tx, input) {
    await lockUnits(tx)
    // Adding a posting locks the row of its unit, so none can be added while this looks.
    const unit = await getUnit(tx, input.id, 'FOR UPDATE OF u')
    sameVersion(unit, input.version)
    const { rows } = await tx.client.query<{ units: number; postings: number }>(
      `SELECT (SELECT count(*) FROM unit WHERE parent_id = $1 AND (valid_to IS NULL OR valid_to > $2)) AS units,
        (SELECT count(*) FROM posting p JOIN account a ON a.id = p.account_id AND a.left_at IS NULL
          WHERE p.unit_id = $1 AND (p.ends IS NULL OR p.ends > $2)) AS postings`,
      [input.id, input.ends],
    )
    const facts = { id: unit.id, agency: unit.agency, from: unit.validFrom, to: input.ends }
    refuseOn(
      termInOrder(facts),
      unitParent(facts, await parentFacts(tx, unit.parent), today(tx)),
      nothingLeftHanging(input.ends, [
        { count: rows[0]?.units ?? 0, one: 'unit below it', many: 'units below it' },
        { count: rows[0]?.postings ?? 0, one: 'person posted to it', many: 'people posted to it' },
      ]),
    )
    await tx.db
      .updateTable('unit')
      .set({ valid_to: input.ends, version: unit.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
