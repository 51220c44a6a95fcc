import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { WORKING_AREA_KINDS } from '../words.ts'
import { getUnit, unitView } from './row.ts'

const option = z.object({ id: z.int(), name: z.string() })

export const showUnitForm = query({
  name: 'unit.form',
  summary: 'Begin to add or change a unit: the unit as it stands, and what can be chosen',
  input: z.object({ id: optionalId('Unit'), parent: optionalId('Unit above') }),
  output: z.object({
    unit: unitView.nullable(),
    parent: z.int().nullable(),
    agencies: z.array(option),
    units: z.array(option.extend({ code: z.string(), agency: z.int(), agencyName: z.string() })),
    areas: z.array(option.extend({ kind: z.string() })),
  }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'unit.form-opened', subjects: about.nobody },
  async run(tx, input) {
    const unit = input.id === null ? null : await getUnit(tx, input.id)
    const on = today(tx)
    const agencies = await tx.client.query<{ id: number; name: string }>(
      `SELECT id, name FROM agency WHERE coalesce(valid_to, 'infinity') >= $1::date ORDER BY kind <> 'police-force', name`,
      [on],
    )
    const units = await tx.client.query<{ id: number; name: string; code: string; agency: number; agencyName: string }>(
      `SELECT u.id, u.name, u.code, u.agency_id AS agency, g.name AS "agencyName"
      FROM unit u JOIN agency g ON g.id = u.agency_id
      WHERE coalesce(u.valid_to, 'infinity') >= $1::date AND ($2::bigint IS NULL OR u.agency_id = $2)
      ORDER BY g.kind <> 'police-force', g.name, u.name`,
      [on, unit?.agency ?? null],
    )
    const areas = await tx.client.query<{ id: number; name: string; kind: string }>(
      `SELECT id, name, kind FROM area WHERE kind = ANY ($2) AND coalesce(valid_to, 'infinity') >= $1::date
      ORDER BY array_position($2, kind), name`,
      [on, WORKING_AREA_KINDS],
    )
    return { unit, parent: input.parent, agencies: agencies.rows, units: units.rows, areas: areas.rows }
  },
})
