import { z } from 'zod'
import { findHolding, holdingView } from '#kernel/competences/holdings.ts'
import { RECORDERS } from '#kernel/competences/recorders.ts'
import { query } from '#kernel/operations.ts'
import { getAccount } from '#kernel/organisation/account/row.ts'
import { NotFound } from '#platform/errors/errors.ts'

export const holdingId = z.uuid({ error: 'This is not the reference of recorded training' })

/** For the form that takes it back. */
export const openHolding = query({
  name: 'training.holding',
  summary: 'Open what was recorded of somebody’s training, to take it back',
  input: z.object({ id: holdingId }),
  output: z.object({ holding: holdingView, name: z.string() }),
  access: { staff: RECORDERS },
  purpose: 'training',
  audit: {
    event: 'training.holding-opened',
    subjects: ({ id }, { holding }) => [
      { kind: 'account', id: holding.account },
      { kind: 'competence-holding', id },
    ],
  },
  async run(tx, { id }) {
    const holding = await findHolding(tx, id)
    if (holding === null) throw new NotFound({ kind: 'competence-holding', id })
    return { holding, name: (await getAccount(tx, holding.account)).name }
  },
})
