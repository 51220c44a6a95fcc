import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { query } from '../../operations.ts'
import { agencyView } from './row.ts'

export const listAgencies = query({
  name: 'agency.list',
  summary: 'List the agencies, with how many units and people each has',
  input: z.object({}),
  output: z.object({ agencies: z.array(agencyView.extend({ units: z.int(), people: z.int() })) }),
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'agency.listed', subjects: about.nobody },
  async run(tx) {
    const { rows } = await tx.client.query<z.output<typeof agencyView> & { units: number; people: number }>(
      `SELECT g.id, g.name, g.kind, g.valid_from AS "validFrom", g.valid_to AS "validTo", g.version,
        (SELECT count(*) FROM unit u WHERE u.agency_id = g.id AND u.valid_to IS NULL) AS units,
        (SELECT count(*) FROM account a WHERE a.agency_id = g.id AND a.left_at IS NULL) AS people
      FROM agency g ORDER BY g.valid_to IS NOT NULL, g.kind <> 'police-force', g.name`,
    )
    return { agencies: rows }
  },
})
