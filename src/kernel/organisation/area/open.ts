import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { id } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { AREA_KIND_CODES } from '../words.ts'
import { areaView, getArea } from './row.ts'

const link = z.object({ id: z.int(), kind: z.string(), code: z.string(), name: z.string() })
/** More than this of one kind are counted and not listed. */
export const LISTED_PER_KIND = 60

export const openArea = query({
  name: 'area.open',
  summary: 'Open an area: what it lies in, what lies in it, the units that work there',
  input: z.object({ id: id('Area') }),
  output: z.object({
    area: areaView,
    outer: z.array(link),
    inner: z.array(z.object({ kind: z.string(), areas: z.int(), listed: z.array(link) })),
    units: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'area.opened', subjects: about.nobody },
  async run(tx, input) {
    const area = await getArea(tx, input.id)
    const { rows: outer } = await tx.client.query<z.output<typeof link>>(
      `SELECT a.id, a.kind, a.code, a.name FROM area_nesting n JOIN area a ON a.id = n.outer_area
      WHERE n.inner_area = $1 ORDER BY array_position($2::text[], a.kind), a.name`,
      [input.id, AREA_KIND_CODES],
    )
    const { rows: inner } = await tx.client.query<{ kind: string; areas: number; listed: z.output<typeof link>[] }>(
      `WITH inside AS (
        SELECT a.id, a.kind, a.code, a.name, row_number() OVER (PARTITION BY a.kind ORDER BY a.name, a.id) AS place
        FROM area_nesting n JOIN area a ON a.id = n.inner_area WHERE n.outer_area = $1
      )
      SELECT kind, count(*) AS areas,
        json_agg(json_build_object('id', id, 'kind', kind, 'code', code, 'name', name) ORDER BY place)
          FILTER (WHERE place <= ${LISTED_PER_KIND}) AS listed
      FROM inside GROUP BY kind ORDER BY array_position($2::text[], kind)`,
      [input.id, AREA_KIND_CODES],
    )
    const units = await tx.db
      .selectFrom('unit')
      .select(['id', 'code', 'name'])
      .where('area_id', '=', input.id)
      .where('valid_to', 'is', null)
      .orderBy('name')
      .execute()
    return { area, outer, inner, units }
  },
})
