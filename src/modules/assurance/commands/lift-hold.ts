import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { Conflict, NotFound } from '#platform/errors/errors.ts'
import { id, text } from '#platform/forms/fields.ts'

export const liftHold = command({
  name: 'hold.lift',
  summary: 'Lift a legal hold: what was under it follows the rules of disposal again',
  input: z.object({ id: id('Hold'), reason: text('The reason', 1_000) }),
  output: z.object({ id: z.int(), kind: z.string(), subject: z.string() }),
  access: { staff: ['records-custodian'], stepUp: true },
  purpose: 'records management',
  audit: {
    event: 'legal-hold.lifted',
    subjects: (_input, output) => [
      { kind: 'legal-hold', id: output.id },
      { kind: output.kind, id: output.subject },
    ],
  },
  async run(tx, input) {
    const { rows } = await tx.client.query<{ id: number; kind: string; subject: string }>(
      `UPDATE legal_hold SET lifted_by = $2, lifted_at = $3, lifted_reason = $4 WHERE id = $1 AND lifted_at IS NULL
      RETURNING id, kind, subject`,
      [input.id, tx.reader.account, tx.now, input.reason],
    )
    const lifted = rows[0]
    if (lifted !== undefined) return lifted
    const there = await tx.client.query('SELECT FROM legal_hold WHERE id = $1', [input.id])
    if (there.rowCount === 0) throw new NotFound({ kind: 'legal-hold', id: String(input.id) })
    throw new Conflict('This hold was lifted already.')
  },
})
