import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { recordId } from '#kernel/records/record.ts'
import { CASE_EVENTS, SENTENCE_KINDS, type CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { Invalid, NotFound } from '#platform/errors/errors.ts'
import { text } from '#platform/forms/fields.ts'
import { cancelStarted, correctStarted } from '../duties/changed.ts'
import { reckonSentence } from '../duties/sentence.ts'
import { victimsOfCase, type OwedVictim } from '../duties/owed-victim.ts'
import { eventTimeProblem, isByAct } from '../rules/event-rules.ts'
import { WRITERS } from '../writers.ts'
import { aboutVictim, PURPOSE, victimChanged } from './fields.ts'
import { getVictim, noteOnEach } from './locked-victim.ts'
import { eventTimes, readTimes } from './log-event.ts'

const eventSeen = {
  /** The victim from whose page it is done. */
  id: recordId,
  event: z.uuid({ error: 'Choose what happened from the list' }),
  version,
} as const

export const correctEvent = command({
  name: 'case-event.correct',
  summary: 'Say that something on a case happened at another time: what is owed from it is worked out anew',
  input: z.object({ ...eventSeen, ...eventTimes, reason: text('How it is known', 1000) }),
  output: victimChanged,
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: { event: 'case-event.corrected', subjects: aboutVictim, detail: ({ event }) => ({ event }) },
  async run(tx, { id, event: of, version: seen, reason, ...times }) {
    const { event, victim, victims } = await lockEvent(tx, id, of, seen)
    if (event.source !== 'hand')
      throw new Invalid({ event: 'This came from the records system. Correct it there, and it is corrected here.' })
    if (isByAct(event.kind))
      throw new Invalid({ event: 'Its days belong to what was written down with it: take it back, and write it anew.' })
    const { happenedAt, receivedAt } = readTimes(times, event.receivedAt)
    const problem = eventTimeProblem({ happenedAt, receivedAt, reportedAt: victim.reportedAt, now: tx.now })
    if (problem !== null) throw new Invalid(problem)
    await tx.db
      .updateTable('case_event')
      .set({
        happened_at: happenedAt,
        received_at: receivedAt,
        corrected_at: tx.now,
        corrected_by: tx.reader.account,
        corrected_reason: reason,
        version: event.version + 1,
      })
      .where('id', '=', of)
      .execute()
    const ids = victims.map((one) => one.id)
    await correctStarted(tx, ids, { id: of, kind: event.kind, happenedAt, receivedAt }, reason)
    if (SENTENCE_KINDS.includes(event.kind)) await reckonSentence(tx, victims)
    await noteOnEach(tx, victims, { kind: 'change', words: `At another time: ${wordsOf(event)}.`, happenedAt, reason })
    return { id }
  },
})

export const voidEvent = command({
  name: 'case-event.void',
  summary: 'Say that something on a case never happened: what was owed from it is cancelled, and kept with the reason',
  input: z.object({ ...eventSeen, reason: text('Why it did not happen', 1000) }),
  output: victimChanged.extend({ cancelled: z.int() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'case-event.voided',
    subjects: aboutVictim,
    detail: ({ event }, { cancelled }) => ({ event, cancelled }),
  },
  async run(tx, { id, event: of, version: seen, reason }) {
    const { event, victims } = await lockEvent(tx, id, of, seen)
    if (event.kind === 'crime-reported')
      throw new Invalid({ event: 'That the crime was reported is the records system’s to take back.' })
    await tx.db
      .updateTable('case_event')
      .set({ voided_at: tx.now, voided_by: tx.reader.account, voided_reason: reason, version: event.version + 1 })
      .where('id', '=', of)
      .execute()
    const ids = victims.map((one) => one.id)
    const cancelled = await cancelStarted(tx, ids, of, reason)
    if (SENTENCE_KINDS.includes(event.kind)) await reckonSentence(tx, victims)
    await noteOnEach(tx, victims, { kind: 'change', words: `Did not happen: ${wordsOf(event)}.`, reason })
    return { id, cancelled }
  },
})

const wordsOf = ({ kind }: EventRow) => CASE_EVENTS[kind].words

interface EventRow {
  readonly kind: CaseEventKind
  readonly source: string
  readonly receivedAt: Date
  readonly about: string | null
  readonly version: number
}

/** An event of this victim’s case that stands, locked, with those whom it is for. Throws NotFound, Conflict, Invalid. */
async function lockEvent(tx: Tx, id: string, event: string, seen: number) {
  const victim = await getVictim(tx, id)
  const [row] = rowsAs<EventRow & { readonly voided: boolean }>(
    await tx.client.query(
      `SELECT kind, source, received_at AS "receivedAt", victim_id AS about, version, voided_at IS NOT NULL AS voided
      FROM case_event WHERE id = $1 AND occurrence_id = $2 FOR UPDATE`,
      [event, victim.occurrence],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'victim', id })
  sameVersion(row, seen)
  if (row.voided) throw new Invalid({ event: 'It was said already that this did not happen.' })
  const all = await victimsOfCase(tx, victim.occurrence)
  const victims: readonly OwedVictim[] = row.about === null ? all : all.filter((one) => one.id === row.about)
  return { event: row, victim, victims }
}
