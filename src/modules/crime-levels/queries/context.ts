import type { AreaGeometry } from '#calculations/geometry/shapes.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import type { DecileCount } from '../rules/deprivation.ts'
import type { Period } from '../rules/months.ts'
import type { Counting } from './counts.ts'

export interface NamedArea {
  readonly id: number
  readonly kind: AreaKind
  readonly name: string
}

/** One area with what lies around it and in it. */
export interface AreaContext extends NamedArea {
  readonly code: string
  readonly schematic: boolean
  readonly source: string
  /** Civil date on which it ended, or null. */
  readonly validTo: string | null
  readonly geometry: AreaGeometry | null
  /** The areas that it lies in. */
  readonly around: readonly NamedArea[]
  /** The live areas within it with what was counted in each. */
  readonly within: readonly (NamedArea & { readonly count: number })[]
  readonly deciles: readonly DecileCount[]
}

/** One statement. Throws NotFound. */
export async function areaContext(tx: Tx, area: number, counting: Counting, period: Period): Promise<AreaContext> {
  const { publisher, source, categories } = counting
  const values = [area, publisher, source, categories, period.from, period.to]
  const row = rowsAs<AreaContext>(await tx.client.query(SQL, values))[0]
  if (row === undefined) throw new NotFound({ kind: 'area', id: String(area) })
  return row
}

const SQL = `
  SELECT a.id, a.kind, a.code, a.name, a.schematic, a.source, a.valid_to AS "validTo", a.boundary AS geometry,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name) ORDER BY o.name), '[]')
      FROM area_nesting n JOIN area o ON o.id = n.outer_area AND o.valid_to IS NULL WHERE n.inner_area = a.id) AS around,
    (SELECT coalesce(json_agg(w ORDER BY w.name), '[]') FROM (
      SELECT i.id, i.kind, i.name, coalesce((
        SELECT sum(m.incidents) FROM monthly_count m WHERE m.area_id = i.id AND m.publisher = $2 AND m.source = $3
          AND m.category = ANY ($4) AND m.month BETWEEN ($5 || '-01')::date AND ($6 || '-01')::date), 0)::integer AS count
      FROM area_nesting n JOIN area i ON i.id = n.inner_area AND i.valid_to IS NULL
      WHERE n.outer_area = a.id AND i.kind NOT IN ('lsoa11', 'lsoa21', 'msoa11')) w) AS within,
    (SELECT coalesce(json_agg(d), '[]') FROM (
      SELECT x.edition, x.value::integer AS decile, count(*)::integer AS "smallAreas"
      FROM area s JOIN area_indicator x ON x.area_kind = s.kind AND x.area_code = s.code AND x.indicator = 'imd-decile'
      WHERE s.id = a.id OR s.id IN (SELECT inner_area FROM area_nesting WHERE outer_area = a.id)
      GROUP BY x.edition, x.value::integer) d) AS deciles
  FROM area a WHERE a.id = $1`
