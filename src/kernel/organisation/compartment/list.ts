import { z } from 'zod'
import { query } from '../../operations.ts'
import { COMPARTMENT_COLUMNS, compartmentView } from './row.ts'

const listed = compartmentView.extend({ inside: z.boolean(), custodianLeft: z.boolean() })

export const listCompartments = query({
  name: 'compartment.list',
  summary: 'List the compartments that you may know of',
  input: z.object({}),
  output: z.object({ compartments: z.array(listed) }),
  access: { staff: 'any' },
  purpose: 'custody of compartments',
  audit: {
    event: 'compartment.listed',
    subjects: (_, { compartments }) => compartments.map(({ id }) => ({ kind: 'compartment', id })),
  },
  async run(tx) {
    const { rows } = await tx.client.query<z.output<typeof listed>>(
      `SELECT ${COMPARTMENT_COLUMNS}, c.id = ANY ($1::bigint[]) AS inside, a.left_at IS NOT NULL AS "custodianLeft"
      FROM compartment c JOIN account a ON a.id = c.custodian ORDER BY c.name`,
      [tx.reader.compartments],
    )
    return { compartments: rows }
  },
})
