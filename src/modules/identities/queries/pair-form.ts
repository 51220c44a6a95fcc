import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { id, optionalId } from '#platform/forms/fields.ts'
import { query } from '#kernel/operations.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'

const head = z.object({ id: z.int(), kind: z.enum(PARTY_KIND_NAMES), label: z.string(), marking: z.enum(MARKINGS) })
export type Head = z.output<typeof head>

async function headOf(tx: Tx, party: number): Promise<Head> {
  const [row] = rowsAs<Head>(await tx.client.query('SELECT id, kind, label, marking FROM party WHERE id = $1', [party]))
  if (row === undefined) throw new NotFound({ kind: 'party', id: String(party) })
  return row
}

/** Before two records are proposed: what they are called, as far as they are chosen. */
export const beginProposal = query({
  name: 'identity.begin-proposal',
  summary: 'Begin to propose that two records are one',
  input: z.object({ left: optionalId('First record'), right: optionalId('Other record') }),
  output: z.object({ left: head.nullable(), right: head.nullable() }),
  access: { staff: 'any' },
  purpose: 'who is who',
  audit: {
    event: 'identity.proposal-begun',
    subjects: (_, { left, right }) =>
      [left, right].flatMap((side) => (side === null ? [] : [{ kind: 'party', id: side.id }])),
  },
  run: async (tx, { left, right }) => ({
    left: left === null ? null : await headOf(tx, left),
    right: right === null ? null : await headOf(tx, right),
  }),
})

/** Before a record is taken out, or a merge undone: what it is called. */
export const beginSplit = query({
  name: 'identity.begin-split',
  summary: 'Begin to take a record out of an identity',
  input: z.object({ party: id('Record') }),
  output: z.object({ head }),
  access: { staff: ['identity-reviewer'] },
  purpose: 'who is who',
  audit: { event: 'identity.split-begun', subjects: ({ party }) => [{ kind: 'party', id: party }] },
  run: async (tx, { party }) => ({ head: await headOf(tx, party) }),
})

export const beginUndo = query({
  name: 'identity.begin-undo',
  summary: 'Begin to undo a merge',
  input: z.object({ change: z.uuid({ error: 'This is not the reference of a change' }) }),
  output: z.object({ left: head, right: head }),
  access: { staff: ['identity-reviewer'] },
  purpose: 'who is who',
  audit: {
    event: 'identity.split-begun',
    subjects: (_, { left, right }) => [left, right].map((side) => ({ kind: 'party', id: side.id })),
  },
  async run(tx, { change }) {
    const [pair] = rowsAs<{ left: number; right: number }>(
      await tx.client.query(
        `SELECT m.left_party AS "left", m.right_party AS "right" FROM identity_change c JOIN match_proposal m ON m.id = c.proposal_id
        WHERE c.id = $1`,
        [change],
      ),
    )
    if (pair === undefined) throw new NotFound({ kind: 'identity-change', id: change })
    return { left: await headOf(tx, pair.left), right: await headOf(tx, pair.right) }
  },
})
