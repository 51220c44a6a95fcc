import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { oweAssessment } from '../duties/owed.ts'
import { CATEGORIES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { WRITERS } from '../writers.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockCase, saveCase } from './locked-case.ts'

/** By its number in the records system, by ours, or by the address of its page. */
const incidentField = text('The incident', 200)

export const linkIncident = command({
  name: 'asb-case.link',
  summary: 'Link an incident to a case of anti-social behaviour, with its category and type',
  input: z.object({
    ...caseSeen,
    incident: incidentField,
    category: choice('The category', keysOf(CATEGORIES)),
    type: choice('The type', keysOf(TYPES)),
  }),
  output: caseChanged.extend({ occurrence: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-case.linked',
    subjects: (input, { occurrence }) => [...aboutCase(input), { kind: 'occurrence', id: occurrence }],
  },
  async run(tx, { id, version, incident, category, type }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockCase(tx, id, version)
    const { record, detail } = locked
    const occurrence = await findIncident(tx, incident)
    const done = await tx.db
      .insertInto('asb_incident')
      .values({
        case_id: id,
        occurrence_id: occurrence,
        category,
        asb_type: type,
        linked_by: account,
        linked_at: tx.now,
        ...guardColumns(record.guards),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
      throw new Invalid({ incident: 'This incident belongs to the case already' })
    await saveCase(tx, locked, { kind: 'change', words: `Linked an incident: ${TYPES[type].toLowerCase()}.` })
    if (detail.partyKnown) await oweAssessment(tx, record, 'asb-case.linked')
    return { id, occurrence }
  },
})

/** Only of anti-social behaviour; the same answer whether it is hidden, absent or a crime. */
async function findIncident(tx: Tx, typed: string): Promise<number> {
  const number = /^(?:\S{0,200}\/)?([1-9]\d{0,14})$/.exec(typed)?.[1] ?? null
  const [row] = rowsAs<{ id: number }>(
    await tx.client.query(
      `SELECT id FROM occurrence WHERE kind = 'asb' AND NOT comparison AND (external_reference = $1 OR id = $2)
      ORDER BY external_reference = $1 DESC NULLS LAST LIMIT 1`,
      [typed, number],
    ),
  )
  if (row === undefined)
    throw new Invalid({ incident: 'No incident of anti-social behaviour that you may open has this number' })
  return row.id
}
