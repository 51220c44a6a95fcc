import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { waitForDisposal } from '#platform/disposal/dispose.ts'
import { HOLD_KINDS } from '#platform/disposal/rule.ts'
import { keysOf } from '#platform/edge.ts'
import { text } from '#platform/forms/fields.ts'

export const placeHold = command({
  name: 'hold.place',
  summary: 'Place a legal hold: nothing under it is disposed of',
  input: z.object({
    kind: z.enum(keysOf(HOLD_KINDS), { error: 'Choose what the hold is on from the list' }),
    subject: text('The reference'),
    reason: text('The reason', 1_000),
  }),
  output: z.object({ id: z.int() }),
  access: { staff: ['records-custodian'] },
  purpose: 'records management',
  audit: {
    event: 'legal-hold.placed',
    subjects: (input, { id }) => [
      { kind: 'legal-hold', id },
      { kind: input.kind, id: input.subject },
    ],
  },
  async run(tx, { kind, subject, reason }) {
    await waitForDisposal(tx.client)
    const { rows } = await tx.client.query<{ id: number }>(
      `INSERT INTO legal_hold (kind, subject, reason, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [kind, subject, reason, tx.reader.account, tx.now],
    )
    const id = rows[0]?.id
    if (id === undefined) throw new Error('The hold was not written.')
    return { id }
  },
})
