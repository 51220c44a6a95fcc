import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import {
  CASE_EVENTS,
  CUSTODY_AND_COURT,
  FIXED_KINDS,
  OF_ONE,
  SENTENCE_KINDS,
  type CaseEventKind,
} from '#kernel/victims-code/events.ts'
import { cut } from '#platform/imports/table.ts'
import type { Cells } from '../cells.ts'
import type { Span } from '../dates.ts'
import { code, COMMON, reference, when, YES_NO, type Fields } from '../fields.ts'
import { defineKind } from './define.ts'

const FIELDS = {
  number: reference('Number of the occurrence'),
  reference: reference('Number of the event', 'By which it is known again when it is moved or taken back'),
  event: {
    ...code('What happened', Object.fromEntries(CUSTODY_AND_COURT.map((kind) => [kind, capital(kind)]))),
    required: true,
  },
  at: { ...when('When it happened, or was fixed', 'To the minute, hour or day'), required: true },
  person: {
    label: 'Number of the person whom it is about',
    type: { is: 'reference' },
    hint: 'Needed where a victim must give evidence',
  },
  courtAt: when('Takes place in court at', 'Of what was fixed; ten where only the day is given'),
  sentenceAt: when('Sentence is given at', 'Of a hearing or a verdict; ten where only the day is given'),
  cancelled: code('Taken back there', YES_NO, 'no'),
  restricted: COMMON.restricted,
  asOf: COMMON.asOf,
} as const satisfies Fields
type EventCells = Cells<keyof typeof FIELDS>

/** What custody and courts did. Each is as open as its case: it has no marking of its own. */
export const events = defineKind({
  words: { many: 'Events of custody and courts', one: 'event' },
  fields: FIELDS,
  columns: {
    number: 'text',
    event_reference: 'text',
    kind: 'text',
    happened_at: 'timestamptz',
    precision: 'text',
    person: 'text',
    takes_place_at: 'timestamptz',
    sentence_at: 'timestamptz',
    cancelled: 'boolean',
  },
  row(cells, { now }) {
    const [number, given] = [cells.text('number'), cells.text('reference')]
    const event = cells.code('event')
    const kind = CUSTODY_AND_COURT.find((one) => one === event)
    if (kind === undefined) return cells.fail('event', 'It does not say what happened.')
    const at = momentIn(cells, 'at')
    if (at === null) return cells.fail('at', 'It does not say when.')
    if (at.from > now) cells.fail('at', `${cut(cells.text('at'))} is in the future. What is to come stands in courtAt.`)
    const person = cells.text('person')
    if (person === '' && OF_ONE.includes(kind)) cells.fail('person', 'This is about one victim: give their number.')
    return {
      reference: `${number}|${given}`,
      values: [
        number,
        given,
        kind,
        at.from.toISOString(),
        at.precision,
        person,
        courtDay(cells, kind, at),
        sentenceDay(cells, kind, at),
        cells.code('cancelled') === 'yes',
      ],
    }
  },
})

/** As the victims’ own rules have it (VCT22): a day in court belongs to what fixed it, and is after that. */
function courtDay(cells: EventCells, kind: CaseEventKind, at: Span): string | null {
  const day = momentIn(cells, 'courtAt')
  if (day === null) return null
  if (!FIXED_KINDS.includes(kind))
    cells.fail('courtAt', 'Only a hearing, or that they must give evidence, has a day in court.')
  const moment = inCourt(day)
  return moment > at.from ? moment.toISOString() : cells.fail('courtAt', 'It is not after it was fixed.')
}

/** And so (VCT23): when sentence is given belongs to a hearing or a verdict, and is on no earlier day. */
function sentenceDay(cells: EventCells, kind: CaseEventKind, at: Span): string | null {
  const day = momentIn(cells, 'sentenceAt')
  if (day === null) return null
  if (!SENTENCE_KINDS.includes(kind))
    cells.fail('sentenceAt', 'Only a hearing or a verdict says when sentence is given.')
  return day.day >= at.day
    ? inCourt(day).toISOString()
    : cells.fail('sentenceAt', 'Sentence cannot be given on a day before this.')
}

/** Courts begin at ten where nothing else is said (default). */
function inCourt({ from, precision, day }: Span): Date {
  return precision === 'day' ? londonMoment(getCivilDate(day), '10:00') : from
}

function momentIn(cells: EventCells, field: 'at' | 'courtAt' | 'sentenceAt'): Span | null {
  const span = cells.when(field)
  const said = cut(cells.text(field))
  if (span?.precision === 'month') cells.fail(field, `${said} is a month. Give the day at least.`)
  if (span?.skipped === true)
    cells.fail(field, `${said} is no time: the clocks went forward over it that night. Give the time as it was.`)
  return span
}

function capital(kind: CaseEventKind): string {
  const { words } = CASE_EVENTS[kind]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
