import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { WORKING_AREA_KINDS } from '../words.ts'

export const beginArea = query({
  name: 'area.begin',
  summary: 'Begin to add an area: what it could lie in',
  input: z.object({}),
  output: z.object({ areas: z.array(z.object({ id: z.int(), name: z.string(), kind: z.string() })) }),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'area.begun', subjects: about.nobody },
  async run(tx) {
    const { rows: areas } = await tx.client.query<{ id: number; name: string; kind: string }>(
      `SELECT id, name, kind FROM area WHERE kind = ANY ($2) AND coalesce(valid_to, 'infinity') >= $1::date
      ORDER BY array_position($2, kind), name`,
      [today(tx), WORKING_AREA_KINDS],
    )
    return { areas }
  },
})
