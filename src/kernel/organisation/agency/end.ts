import { z } from 'zod'
import { id, optionalCivilDate } from '#platform/forms/fields.ts'
import { command } from '../../operations.ts'
import { nothingLeftHanging } from '../rules/org03-nothing-left-hanging.ts'
import { ownAgencyStays } from '../rules/org04-force-stays.ts'
import { termInOrder } from '../rules/org02-term.ts'
import { refuseOn } from '../rules/rule.ts'
import { sameVersion, version } from '../versions.ts'
import { lockAgency } from './row.ts'

export const endAgency = command({
  name: 'agency.end',
  summary: 'Say when an agency ends, or that it goes on after all',
  input: z.object({ id: id('Agency'), version, ends: optionalCivilDate('Last day') }),
  output: z.object({ id: z.int() }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: {
    event: 'agency.ended',
    subjects: (input) => [{ kind: 'agency', id: input.id }],
    detail: (input) => ({ ends: input.ends }),
  },
  async run(tx, input) {
    const agency = await lockAgency(tx, input.id)
    sameVersion(agency, input.version)
    const { rows } = await tx.client.query<{ units: number; accounts: number }>(
      `SELECT (SELECT count(*) FROM unit WHERE agency_id = $1 AND (valid_to IS NULL OR valid_to > $2)) AS units,
        (SELECT count(*) FROM account WHERE agency_id = $1 AND left_at IS NULL) AS accounts`,
      [input.id, input.ends],
    )
    refuseOn(
      ownAgencyStays(input.id, tx.reader.agency, input.ends),
      termInOrder({ from: agency.validFrom, to: input.ends }),
      nothingLeftHanging(input.ends, [
        { count: rows[0]?.units ?? 0, one: 'unit of it', many: 'units of it' },
        { count: rows[0]?.accounts ?? 0, one: 'account of its people', many: 'accounts of its people' },
      ]),
    )
    await tx.db
      .updateTable('agency')
      .set({ valid_to: input.ends, version: agency.version + 1 })
      .where('id', '=', input.id)
      .execute()
    return { id: input.id }
  },
})
