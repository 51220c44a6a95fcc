import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { COMPETENCES, COMPETENCE_CODES } from '#kernel/competences/competences.ts'
import { supervisedAmong } from '#kernel/competences/holdings.ts'
import { RECORDERS } from '#kernel/competences/recorders.ts'
import { expiresOn } from '#kernel/competences/rules/trn01-expiry.ts'
import { command } from '#kernel/operations.ts'
import { accountId } from '#kernel/organisation/account/row.ts'
import { today } from '#kernel/organisation/today.ts'
import { orTaken } from '#kernel/organisation/taken.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { whenProblem } from '../rules/trn05-when.ts'

const MOST = 200

const people = z
  .union([z.array(accountId).max(MOST), accountId.transform((one) => [one])], { error: 'Choose whom it was for' })
  .optional()
  .transform((ids) => [...new Set(ids ?? [])])
  .refine((ids) => ids.length > 0, { error: 'Choose whom it was for' })

/** One course, for everybody of the reader's reach who was on it: all of them, or none where one cannot be recorded. */
export const recordTraining = command({
  name: 'training.record',
  summary: 'Record a course for one person or for several who were on it together',
  input: z.object({
    competence: choice('What the training is in', COMPETENCE_CODES),
    people,
    gainedOn: civilDate('The day on which it was finished'),
    course: text('The course', 300),
  }),
  output: z.object({ people: z.array(z.uuid()), expiresOn: z.string() }),
  access: { staff: RECORDERS },
  purpose: 'training',
  audit: {
    event: 'training.recorded',
    subjects: ({ people: ids }) => ids.map((id) => ({ kind: 'account', id })),
    detail: ({ competence, gainedOn }, output) => ({ competence, gainedOn, expiresOn: output.expiresOn }),
  },
  async run(tx, { competence, people: ids, gainedOn, course }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const on = getCivilDate(gainedOn)
    const wrong = whenProblem(on, today(tx))
    if (wrong !== null) throw new Invalid({ gainedOn: wrong })
    await refuseOthers(tx, account, ids)
    await refuseTwice(tx, competence, ids, gainedOn)
    const last = expiresOn(COMPETENCES[competence], on)
    const rows = ids.map((person) => ({
      id: randomUUID(),
      account_id: person,
      competence,
      gained_on: gainedOn,
      expires_on: last,
      course,
      recorded_by: account,
      recorded_at: tx.now,
    }))
    await orTaken(tx.db.insertInto('competence_holding').values(rows).execute(), {
      competence_holding_once: ['people', 'For one of them this day is recorded already'],
    })
    return { people: ids, expiresOn: last }
  },
})

/** Nobody records their own training (TRN04), nor that of somebody outside their reach, whether or not there is such a person. */
async function refuseOthers(tx: Tx, own: string, ids: readonly string[]): Promise<void> {
  if (ids.includes(own))
    throw new Invalid({ people: 'Somebody else records your own training: whoever supervises you (TRN04)' })
  const known = new Set(await supervisedAmong(tx, ids))
  if (ids.some((id) => !known.has(id)))
    throw new Invalid({ people: 'One of them is no colleague whom you supervise or lead. Choose from the list' })
}

async function refuseTwice(tx: Tx, competence: string, ids: readonly string[], gainedOn: string): Promise<void> {
  const there = rowsAs<{ name: string }>(
    await tx.client.query(
      `SELECT a.name FROM competence_holding h JOIN account a ON a.id = h.account_id
      WHERE h.competence = $1 AND h.account_id = ANY ($2::uuid[]) AND h.gained_on = $3 AND h.withdrawn_at IS NULL
      ORDER BY a.name`,
      [competence, ids, gainedOn],
    ),
  ).map(({ name }) => name)
  if (there.length > 0) throw new Invalid({ people: `Recorded already for that day: ${there.join(', ')}` })
}
