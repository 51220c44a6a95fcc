import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { CASE_EVENTS, OF_ONE, type CaseEventKind } from '#kernel/victims-code/events.ts'
import { recordId } from '#kernel/records/record.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { choice, civilDate, optionalCivilDate, optionalText } from '#platform/forms/fields.ts'
import { oweFor } from '../duties/owed.ts'
import { reckonSentence } from '../duties/sentence.ts'
import { victimsOfCase, type OwedVictim } from '../duties/owed-victim.ts'
import { eventTimeProblem, LOGGED_KINDS } from '../rules/event-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, clockTime, momentOf, optionalClockTime, PURPOSE, victimChanged } from './fields.ts'
import { getVictim, noteOnEach } from './locked-victim.ts'

/** When it happened, and when whoever has to tell of it heard of it: now unless said. */
export const eventTimes = {
  happenedOn: civilDate('The day'),
  happenedTime: clockTime('The time'),
  receivedOn: optionalCivilDate('The day it was heard of'),
  receivedTime: optionalClockTime('The time it was heard of'),
} as const

export function readTimes(
  times: {
    readonly happenedOn: string
    readonly happenedTime: string
    readonly receivedOn: string | null
    readonly receivedTime: string | null
  },
  now: Date,
) {
  return {
    happenedAt: momentOf(times.happenedOn, times.happenedTime),
    receivedAt: times.receivedOn === null ? now : momentOf(times.receivedOn, times.receivedTime ?? '00:00'),
  }
}

/** For every victim of the case, or, where it is about one, for that one. */
export const logEvent = command({
  name: 'case-event.log',
  summary: 'Log what happened on a victim’s case: an arrest, bail, a charge, a hearing; what is owed from it is opened',
  input: z.object({
    id: recordId,
    kind: choice('What happened', LOGGED_KINDS),
    ...eventTimes,
    details: optionalText('Details', 2000),
  }),
  output: victimChanged.extend({ event: z.uuid() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-event.logged', subjects: aboutVictim, detail: ({ kind }, { event }) => ({ kind, event }) },
  async run(tx, { id, kind, details, ...times }) {
    const victim = await getVictim(tx, id)
    const moments = readTimes(times, tx.now)
    const event = await keepLogged(tx, victim, { kind, details, takesPlaceAt: null, sentenceAt: null, ...moments })
    return { id, event }
  },
})

export interface Logged {
  readonly kind: CaseEventKind
  readonly details: string | null
  readonly happenedAt: Date
  readonly receivedAt: Date
  /** When what was fixed takes place; null where it is not that, or not known. */
  readonly takesPlaceAt: Date | null
  /** When sentence is given, where it says so. */
  readonly sentenceAt: Date | null
}

/** Keeps it, opens what is owed from it to every victim whom it is for, and writes it on each. Throws Invalid (VCT03). */
export async function keepLogged(tx: Tx, victim: OwedVictim, logged: Logged): Promise<string> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  const { kind, details, happenedAt, receivedAt, takesPlaceAt, sentenceAt } = logged
  const problem = eventTimeProblem({ happenedAt, receivedAt, reportedAt: victim.reportedAt, now: tx.now })
  if (problem !== null) throw new Invalid(problem)
  const ofOne = OF_ONE.includes(kind)
  const event = randomUUID()
  await tx.db
    .insertInto('case_event')
    .values({
      id: event,
      occurrence_id: victim.occurrence,
      victim_id: ofOne ? victim.id : null,
      kind,
      happened_at: happenedAt,
      received_at: receivedAt,
      takes_place_at: takesPlaceAt,
      sentence_at: sentenceAt,
      source: 'hand',
      details,
      logged_by: account,
      logged_at: tx.now,
    })
    .execute()
  const victims = ofOne ? [victim] : await victimsOfCase(tx, victim.occurrence)
  for (const one of victims) await oweFor(tx, one, { id: event, kind, happenedAt, receivedAt })
  if (sentenceAt !== null) await reckonSentence(tx, victims)
  const words = `On the case: ${CASE_EVENTS[kind].words}.`
  await noteOnEach(tx, victims, { kind: 'change', words, happenedAt })
  return event
}
