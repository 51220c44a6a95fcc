import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { optionalCivilDate } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'

/** One unit of the tree; its children are those that name it as `parent`. */
export const treeUnit = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  agency: z.int(),
  parent: z.int().nullable(),
  areaName: z.string().nullable(),
  people: z.int(),
})

export const showUnitTree = query({
  name: 'unit.tree',
  summary: 'Show all units as they stand on a day, with how many people are posted to each',
  input: z.object({ on: optionalCivilDate('Day') }),
  output: z.object({
    on: z.string(),
    agencies: z.array(z.object({ id: z.int(), name: z.string() })),
    units: z.array(treeUnit),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'unit.tree-opened', subjects: about.nobody },
  async run(tx, input) {
    const on = input.on ?? today(tx)
    const { rows: units } = await tx.client.query<z.output<typeof treeUnit>>(
      `SELECT u.id, u.code, u.name, u.agency_id AS agency, u.parent_id AS parent, a.name AS "areaName",
        coalesce(n.people, 0) AS people
      FROM unit u LEFT JOIN area a ON a.id = u.area_id
      LEFT JOIN (
        SELECT p.unit_id, count(DISTINCT p.account_id) AS people FROM posting p
        JOIN account c ON c.id = p.account_id AND (c.left_at IS NULL OR (c.left_at AT TIME ZONE 'Europe/London')::date > $1::date)
        WHERE $1::date BETWEEN p.starts AND coalesce(p.ends, 'infinity') GROUP BY p.unit_id
      ) n ON n.unit_id = u.id
      WHERE $1::date BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
      ORDER BY u.name, u.id`,
      [on],
    )
    const { rows: agencies } = await tx.client.query<{ id: number; name: string }>(
      `SELECT id, name FROM agency ORDER BY kind <> 'police-force', name`,
    )
    return { on, agencies, units }
  },
})
