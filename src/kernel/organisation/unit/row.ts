import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** A unit as it is shown. */
export const unitView = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  agency: z.int(),
  agencyName: z.string(),
  parent: z.int().nullable(),
  parentName: z.string().nullable(),
  area: z.int().nullable(),
  areaName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.int(),
})
export type UnitView = z.output<typeof unitView>

const UNIT_COLUMNS = `u.id, u.code, u.name, u.agency_id AS agency, g.name AS "agencyName", u.parent_id AS parent,
  p.name AS "parentName", u.area_id AS area, a.name AS "areaName", u.valid_from AS "validFrom", u.valid_to AS "validTo",
  u.version`
const UNIT_JOINS = `unit u JOIN agency g ON g.id = u.agency_id LEFT JOIN unit p ON p.id = u.parent_id
  LEFT JOIN area a ON a.id = u.area_id`

export async function getUnit(tx: Tx, id: number, lock: '' | 'FOR UPDATE OF u' = ''): Promise<UnitView> {
  const { rows } = await tx.client.query<UnitView>(
    `SELECT ${UNIT_COLUMNS} FROM ${UNIT_JOINS} WHERE u.id = $1 ${lock}`,
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'unit', id: String(id) })
  return row
}

/**
 * For a change: units are changed one transaction at a time, so that two moves at once cannot make a ring. Readers are not
 * held up.
 */
export async function lockUnits(tx: Tx): Promise<void> {
  await tx.client.query('LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE')
}

export const UNIT_TAKEN = { unit_code_key: ['code', 'Another unit has this code'] } as const
