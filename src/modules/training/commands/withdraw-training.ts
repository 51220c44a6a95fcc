import { z } from 'zod'
import { findHolding } from '#kernel/competences/holdings.ts'
import { RECORDERS } from '#kernel/competences/recorders.ts'
import { command } from '#kernel/operations.ts'
import { Conflict, Forbidden, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { holdingId } from '../queries/open-holding.ts'

/** What was recorded stays to be seen, with who took it back and why, and counts for no day any more. */
export const withdrawTraining = command({
  name: 'training.withdraw',
  summary: 'Take back training that was recorded by mistake or turned out not to be so, with the reason',
  input: z.object({ id: holdingId, reason: text('Why', 500) }),
  output: z.object({ id: z.uuid(), account: z.uuid() }),
  access: { staff: RECORDERS },
  purpose: 'training',
  audit: {
    event: 'training.withdrawn',
    subjects: (_, { id, account }) => [
      { kind: 'account', id: account },
      { kind: 'competence-holding', id },
    ],
  },
  async run(tx, { id, reason }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const seen = await findHolding(tx, id)
    if (seen === null) throw new NotFound({ kind: 'competence-holding', id })
    if (seen.account === account)
      throw new RuleRefused('TRN04', 'Somebody else takes back your own training: whoever supervises you.')
    const holding = await findHolding(tx, id, 'FOR UPDATE OF h')
    if (holding === null) throw new NotFound({ kind: 'competence-holding', id })
    if (holding.withdrawn !== null)
      throw new Conflict('This was withdrawn already. Open the person’s training to see why.')
    await tx.db
      .updateTable('competence_holding')
      .set({ withdrawn_at: tx.now, withdrawn_by: account, withdrawn_reason: reason })
      .where('id', '=', id)
      .execute()
    return { id, account: holding.account }
  },
})
