import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { AreaKind } from './kinds.ts'

/** An area without its outline. */
export interface Area {
  readonly id: number
  readonly kind: AreaKind
  readonly code: string
  readonly name: string
  /** Civil dates; `validTo` is null while it lasts. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly schematic: boolean
  readonly source: string
  readonly hasOutline: boolean
}

const AREA = `SELECT a.id, a.kind, a.code, a.name, a.valid_from AS "validFrom", a.valid_to AS "validTo", a.schematic,
  a.source, a.boundary IS NOT NULL AS "hasOutline" FROM area a`
const LIVE = 'a.valid_to IS NULL'

/** The live areas of a kind, by name. */
export async function areasOfKind(tx: Tx, kind: AreaKind): Promise<readonly Area[]> {
  return rowsAs<Area>(await tx.client.query(`${AREA} WHERE a.kind = $1 AND ${LIVE} ORDER BY a.name, a.code`, [kind]))
}

/** An area by its id or by kind and code, ended ones too. */
export async function findArea(
  tx: Tx,
  by: { readonly id: number } | { readonly kind: AreaKind; readonly code: string },
): Promise<Area | undefined> {
  const [where, values] = 'id' in by ? ['a.id = $1', [by.id]] : ['a.kind = $1 AND a.code = $2', [by.kind, by.code]]
  return rowsAs<Area>(await tx.client.query(`${AREA} WHERE ${where}`, values))[0]
}

/** The live areas that lie in an area, at any depth, by name; of one kind where it is given. */
export async function childrenOf(tx: Tx, area: number, kind: AreaKind | null = null): Promise<readonly Area[]> {
  return rowsAs<Area>(
    await tx.client.query(
      `${AREA} JOIN area_nesting n ON n.inner_area = a.id
       WHERE n.outer_area = $1 AND ($2::text IS NULL OR a.kind = $2) AND ${LIVE} ORDER BY a.name, a.code`,
      [area, kind],
    ),
  )
}

/** An area and those within it. */
export interface AreaBranch extends Area {
  readonly within: readonly AreaBranch[]
}

/**
 * The live areas of these kinds as a tree, larger kinds first as given: each under the nearest larger one that it lies in,
 * or at the top.
 */
export async function areaTree(tx: Tx, kinds: readonly AreaKind[]): Promise<readonly AreaBranch[]> {
  const rows = rowsAs<Area & { outers: readonly number[] }>(
    await tx.client.query(
      `SELECT area.*, coalesce((SELECT array_agg(outer_area) FROM area_nesting WHERE inner_area = area.id), '{}') AS outers
       FROM (${AREA} WHERE a.kind = ANY ($1) AND ${LIVE}) area ORDER BY name, code`,
      [kinds],
    ),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const childrenByParent = Map.groupBy(rows, (row) => parentOf(row, byId, kinds))
  const branches = (parent: number | null): AreaBranch[] =>
    (childrenByParent.get(parent) ?? []).map(({ outers: _outers, ...area }) => ({ ...area, within: branches(area.id) }))
  return branches(null)
}

function parentOf(
  area: Area & { readonly outers: readonly number[] },
  byId: ReadonlyMap<number, Area>,
  kinds: readonly AreaKind[],
): number | null {
  const outers = area.outers.map((id) => byId.get(id)).filter((outer) => outer !== undefined)
  const nearest = outers.toSorted((a, b) => kinds.indexOf(b.kind) - kinds.indexOf(a.kind))[0]
  return nearest?.id ?? null
}
