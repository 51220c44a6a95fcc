import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { meetDuties } from '#kernel/duties/meet-duty.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { Forbidden, Invalid, NotFound } from '#platform/errors/errors.ts'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { openUnder } from '../../duties/owed.ts'
import { mayOnComplaint, type ComplaintState } from '../../rules/complaints.ts'
import { WAYS } from '../../rules/contact-results.ts'
import { WRITERS } from '../../writers.ts'
import { aboutVictim, PURPOSE, victimChanged, victimSeen } from '../fields.ts'
import { keepContact } from '../keep-contact.ts'
import { lockVictim, saveVictim } from '../locked-victim.ts'
import { keepAsked } from './asked-event.ts'

export const receiveComplaint = command({
  name: 'victim-complaint.receive',
  summary: 'Write down that a victim complained of the service that the code owes them',
  input: z.object({
    ...victimSeen,
    receivedOn: civilDate('The day it came'),
    words: text('What they complain of', 4000),
  }),
  output: victimChanged.extend({ complaint: z.uuid() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-complaint.received',
    subjects: aboutVictim,
    detail: (_, { complaint }) => ({ complaint }),
  },
  async run(tx, { id, version, receivedOn, words }) {
    const { account } = tx.reader
    if (account === null) throw new Forbidden()
    const locked = await lockVictim(tx, id, version)
    const { victim, record } = locked
    if (receivedOn > londonDateAt(tx.now)) throw new Invalid({ receivedOn: 'It must have come already (VCR07)' })
    if (receivedOn < londonDateAt(victim.reportedAt))
      throw new Invalid({ receivedOn: 'It must have come after the crime was reported (VCR07)' })
    const event = await keepAsked(tx, victim, { kind: 'complaint', on: receivedOn, account })
    const complaint = randomUUID()
    await tx.db
      .insertInto('victim_complaint')
      .values({
        id: complaint,
        victim_id: id,
        event_id: event,
        at: tx.now,
        by_account: account,
        received_on: receivedOn,
        words,
        ...guardColumns(record.guards),
      })
      .execute()
    await saveVictim(tx, locked, {}, { kind: 'note', words: `They complained of the service: ${words}` })
    return { id, complaint }
  },
})

const DONE = { acknowledge: 'Acknowledged', answer: 'Answered in full' } as const

export const answerComplaint = command({
  name: 'victim-complaint.answer',
  summary: 'Write down that a victim’s complaint was acknowledged, or answered in full',
  input: z.object({
    ...victimSeen,
    complaint: z.uuid({ error: 'This is not the reference of a complaint' }),
    act: choice('What was done', keysOf(DONE)),
    way: choice('The way', keysOf(WAYS)),
    words: text('What they were told', 4000),
  }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-complaint.answered',
    subjects: aboutVictim,
    detail: ({ complaint, act }) => ({ complaint, act }),
  },
  async run(tx, { id, version, complaint, act, way, words }) {
    const locked = await lockVictim(tx, id, version)
    const { event, ...state } = await getComplaint(tx, id, complaint)
    refuseOn(mayOnComplaint(act, state))
    const duties = await openUnder(tx, id, ['VC39'], event)
    await keepContact(tx, locked, { way, result: 'told', words, duties })
    await meetDuties(tx, duties, DONE[act])
    await tx.db
      .updateTable('victim_complaint')
      .set({
        ...(!state.acknowledged && { acknowledged_at: tx.now }),
        ...(act === 'answer' && { answered_at: tx.now, answer: words }),
      })
      .where('id', '=', complaint)
      .execute()
    await saveVictim(tx, locked, {}, { kind: 'note', words: `Complaint: ${DONE[act].toLowerCase()}. ${words}` })
    return { id }
  },
})

/** Throws NotFound. */
async function getComplaint(
  tx: Tx,
  id: string,
  complaint: string,
): Promise<ComplaintState & { readonly event: string }> {
  const [row] = rowsAs<ComplaintState & { readonly event: string }>(
    await tx.client.query(
      `SELECT c.event_id AS event, e.voided_at IS NOT NULL AS voided, c.acknowledged_at IS NOT NULL AS acknowledged,
        c.answered_at IS NOT NULL AS answered
      FROM victim_complaint c JOIN case_event e ON e.id = c.event_id WHERE c.id = $1 AND c.victim_id = $2`,
      [complaint, id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'victim', id })
  return row
}
