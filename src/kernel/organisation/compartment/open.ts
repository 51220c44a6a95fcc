import { z } from 'zod'
import { id } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { today } from '../today.ts'
import { compartmentView, getCompartment } from './row.ts'

const member = z.object({
  id: z.int(),
  account: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  reason: z.string(),
  starts: z.string(),
  ends: z.string().nullable(),
  endsReason: z.string().nullable(),
  inside: z.boolean(),
})

export const openCompartment = query({
  name: 'compartment.open',
  summary: 'Open a compartment: its custodian, and who is and was inside',
  input: z.object({ id: id('Compartment') }),
  output: z.object({ compartment: compartmentView, members: z.array(member) }),
  access: { staff: 'any' },
  purpose: 'custody of compartments',
  audit: {
    event: 'compartment.opened',
    subjects: (input, { members }) => [
      { kind: 'compartment', id: input.id },
      ...members.map(({ account }) => ({ kind: 'account', id: account })),
    ],
  },
  async run(tx, input) {
    const compartment = await getCompartment(tx, input.id)
    // Nobody outside sees a member: row-level security leaves the list empty.
    const { rows: members } = await tx.client.query<z.output<typeof member>>(
      `SELECT m.id, m.account_id AS account, a.name, a.number, m.reason, m.starts, m.ends, m.ends_reason AS "endsReason",
        (m.ends IS NULL OR m.ends >= $2) AND a.left_at IS NULL AS inside
      FROM compartment_member m JOIN account a ON a.id = m.account_id WHERE m.compartment_id = $1
      ORDER BY inside DESC, a.name, m.starts DESC`,
      [input.id, today(tx)],
    )
    return { compartment, members }
  },
})

export const beginCompartment = query({
  name: 'compartment.begin',
  summary: 'Begin to make a compartment',
  input: z.object({}),
  output: z.object({}),
  access: { staff: ['records-custodian'] },
  purpose: 'custody of compartments',
  audit: { event: 'compartment.begun', subjects: () => [] },
  run: () => Promise.resolve({}),
})
