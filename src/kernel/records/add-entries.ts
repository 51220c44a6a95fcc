import { z } from 'zod'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { optionalCivilDate, text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { today } from '../organisation/today.ts'
import { getRecord, recordId, recordKind } from './record.ts'
import { notAhead } from './rules/rec04-not-ahead.ts'
import { betweenOptions } from './rules/rec05-decision.ts'
import { addEntry } from './timeline.ts'

const output = z.object({ kind: recordKind, record: z.string(), id: z.string() })

export const addNote = command({
  name: 'note.add',
  summary: 'Add a note to the timeline of a record',
  input: z.object({
    kind: recordKind,
    id: recordId,
    words: text('Note', 4000),
    /** The day it tells of; today unless said. */
    happenedOn: optionalCivilDate('Day'),
  }),
  output,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'note.added', subjects: ({ kind, id }) => [{ kind, id }] },
  async run(tx, { kind, id, words, happenedOn }) {
    const record = await getRecord(tx, kind, id)
    refuseOn(notAhead(happenedOn, today(tx)))
    const on =
      happenedOn === null || happenedOn === today(tx) ? {} : { happenedAt: startOfLondonDay(getCivilDate(happenedOn)) }
    return { kind, record: id, id: await addEntry(tx, id, record.guards, { kind: 'note', words, ...on }) }
  },
})

/** Options one on each line, or as a list. */
const options = z
  .union([z.array(z.string()), z.string().transform((lines) => lines.split(/\r?\n/))], { error: 'Enter the options' })
  .transform((lines) => lines.map((line) => line.trim()).filter((line) => line !== ''))
  .refine((lines) => lines.length <= 20 && lines.every((line) => line.length <= 500), {
    error: 'Options must be 20 lines or fewer, each of 500 characters or fewer',
  })

export const addDecision = command({
  name: 'decision.add',
  summary: 'Write down a decision about a record: what was decided, between which options, and why',
  input: z.object({
    kind: recordKind,
    id: recordId,
    words: text('What was decided', 2000),
    options,
    reason: text('Reason', 4000),
  }),
  output,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: { event: 'decision.added', subjects: ({ kind, id }) => [{ kind, id }] },
  async run(tx, { kind, id, ...decision }) {
    const record = await getRecord(tx, kind, id)
    refuseOn(betweenOptions(decision.options))
    return { kind, record: id, id: await addEntry(tx, id, record.guards, { kind: 'decision', ...decision }) }
  },
})
