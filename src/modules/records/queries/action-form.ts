import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import { actionId, actionView, actionViewOf, getAction } from '#kernel/actions/row.ts'
import { readChoices } from './record-form.ts'

const option = z.object({ id: z.int(), name: z.string() })

export const beginAction = query({
  name: 'action.form',
  summary: 'Begin to change an action: who could do it',
  input: z.object({ id: actionId }),
  output: z.object({
    action: actionView,
    /** Who must do it now, as the form has it. */
    given: z.object({ person: z.string().nullable(), team: z.int().nullable(), agency: z.int().nullable() }),
    units: z.array(option),
    agencies: z.array(option),
  }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'action.form-opened', subjects: ({ id }) => [{ kind: 'action', id }] },
  async run(tx, { id }) {
    const row = await getAction(tx, id)
    const person = await tx.db
      .selectFrom('account')
      .select('number')
      .where('id', '=', row.person ?? NOBODY)
      .executeTakeFirst()
    const { units, agencies } = await readChoices(tx)
    return {
      action: actionViewOf(row, tx.reader),
      given: { person: person?.number ?? row.person, team: row.unitId, agency: row.agencyId },
      units,
      agencies,
    }
  },
})

const NOBODY = '00000000-0000-0000-0000-000000000000'
