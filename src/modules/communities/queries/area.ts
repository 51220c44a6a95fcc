import { z } from 'zod'
import { findArea } from '#kernel/areas/areas.ts'
import { AREA_KIND_NAMES, type AreaKind } from '#kernel/areas/kinds.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const areaHead = z.object({
  id: z.int(),
  kind: z.enum(AREA_KIND_NAMES),
  code: z.string(),
  name: z.string(),
})
export type AreaHead = z.output<typeof areaHead>

/** Throws NotFound. */
export async function getArea(tx: Tx, id: number): Promise<AreaHead> {
  const area = await findArea(tx, { id })
  if (area === undefined) throw new NotFound({ kind: 'area', id: String(id) })
  return { id: area.id, kind: area.kind, code: area.code, name: area.name }
}

/** The area of the unit that the reader is posted to: their patch. Null for somebody whose unit has none. */
export async function ownPatch(tx: Tx): Promise<AreaHead | null> {
  const [row] = rowsAs<AreaHead>(
    await tx.client.query(
      `SELECT a.id, a.kind, a.code, a.name FROM posting p JOIN unit u ON u.id = p.unit_id JOIN area a ON a.id = u.area_id
      WHERE p.id = $1 AND a.kind <> 'force'`,
      [tx.reader.posting],
    ),
  )
  return row ?? null
}

/** Patches are neighbourhoods; where a force has none loaded, its wards. */
const PATCH_KINDS: readonly AreaKind[] = ['neighbourhood', 'ward']

/** The live patches, by name. */
export async function patches(tx: Tx): Promise<readonly AreaHead[]> {
  const rows = rowsAs<AreaHead>(
    await tx.client.query(
      `SELECT id, kind, code, name FROM area WHERE kind = ANY ($1) AND valid_to IS NULL ORDER BY name, code`,
      [PATCH_KINDS],
    ),
  )
  const kind = PATCH_KINDS.find((one) => rows.some((row) => row.kind === one))
  return rows.filter((row) => row.kind === kind)
}
