import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** An area as it is shown; its outline is asked for apart. */
export const areaView = z.object({
  id: z.int(),
  kind: z.string(),
  code: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  hasOutline: z.boolean(),
  schematic: z.boolean(),
  source: z.string(),
  version: z.int(),
})
export type AreaView = z.output<typeof areaView>

export const AREA_COLUMNS = `a.id, a.kind, a.code, a.name, a.valid_from AS "validFrom", a.valid_to AS "validTo",
  a.boundary IS NOT NULL AS "hasOutline", a.schematic, a.source, a.version`

export async function getArea(tx: Tx, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<AreaView> {
  const { rows } = await tx.client.query<AreaView>(`SELECT ${AREA_COLUMNS} FROM area a WHERE a.id = $1 ${lock}`, [id])
  const row = rows[0]
  if (row === undefined) throw new NotFound({ kind: 'area', id: String(id) })
  return row
}

export const AREA_TAKEN = { area_kind_code_key: ['code', 'Another area of this kind has this code'] } as const
