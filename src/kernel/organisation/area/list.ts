import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { query } from '../../operations.ts'
import { likePatterns, optionalChoice, PAGE_SIZE, pageNumber, searchWords } from '../paging.ts'
import { AREA_KIND_CODES } from '../words.ts'
import { AREA_COLUMNS, areaView } from './row.ts'

const listedArea = areaView.extend({ within: z.string().nullable(), inside: z.int(), units: z.int() })

export const listAreas = query({
  name: 'area.list',
  summary: 'List the areas of a kind, with what they lie in and who works there',
  input: z.object({ q: searchWords, kind: optionalChoice('the kind of area', AREA_KIND_CODES), page: pageNumber }),
  output: z.object({
    areas: z.array(listedArea),
    total: z.int(),
    page: z.int(),
    kinds: z.array(z.object({ kind: z.string(), areas: z.int() })),
    filter: z.object({ q: z.string(), kind: z.string().nullable() }),
  }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'area.listed', subjects: about.nobody },
  async run(tx, { page, ...filter }) {
    const { rows } = await tx.client.query<z.output<typeof listedArea> & { total: number }>(
      `WITH found AS (
        SELECT *, count(*) OVER () AS total FROM area
        WHERE ($1::text IS NULL OR kind = $1) AND (name || ' ' || code) ILIKE ALL ($2::text[])
        ORDER BY valid_to IS NOT NULL, array_position($3::text[], kind), name, id
        LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
      )
      SELECT ${AREA_COLUMNS}, a.total,
        (SELECT string_agg(o.name, ', ' ORDER BY array_position($3::text[], o.kind), o.name) FROM area_nesting n
          JOIN area o ON o.id = n.outer_area WHERE n.inner_area = a.id AND o.kind IN ('force', 'policing-area', 'local-authority')) AS within,
        (SELECT count(*) FROM area_nesting n WHERE n.outer_area = a.id) AS inside,
        (SELECT count(*) FROM unit u WHERE u.area_id = a.id AND u.valid_to IS NULL) AS units
      FROM found a ORDER BY a.valid_to IS NOT NULL, array_position($3::text[], a.kind), a.name, a.id`,
      [filter.kind, likePatterns(filter.q), AREA_KIND_CODES],
    )
    const kinds = await tx.client.query<{ kind: string; areas: number }>(
      'SELECT kind, count(*) AS areas FROM area GROUP BY kind ORDER BY array_position($1::text[], kind)',
      [AREA_KIND_CODES],
    )
    return { areas: rows, total: rows[0]?.total ?? 0, page, kinds: kinds.rows, filter }
  },
})
