import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { Offence } from '#kernel/offences/offences.ts'
import { categoryOf } from '#kernel/offences/categories.ts'
import { HARM_EDITION, harmOfAny } from '#kernel/offences/harm.ts'
import { cut } from '#platform/imports/table.ts'
import { pointOf, type Cells } from '../cells.ts'
import type { Span } from '../dates.ts'
import { code, COMMON, day, POINT, reference, text, when, type Fields } from '../fields.ts'
import { NO_OFFENCE, offenceOf, outcomeOf } from './crime-codes.ts'
import { defineKind, type RowContext } from './define.ts'

const ASB = 'anti-social-behaviour'

const FIELDS = {
  number: reference('Occurrence number', 'By which other files name it, and the records system opens it'),
  kind: code('Crime or incident', { crime: 'Crime', asb: 'Anti-social behaviour' }, 'crime'),
  offenceCode: text('Home Office code', 20, 'Such as 008/06'),
  offenceClass: text('Recorded-crime class', 10, 'Such as 8N'),
  offenceWords: text('Offence in words', 300),
  from: { ...when('Happened, from', 'To the minute, hour, day or month'), required: true },
  to: when('Happened, to'),
  reportedAt: when('Reported'),
  recordedAt: when('Recorded as a crime'),
  outcomeCode: text('Outcome', 10, 'By its number in the national framework'),
  outcomeOn: day('Outcome given on'),
  place: text('Place in words', 300),
  summary: text('Summary', 4_000),
  officer: text('Officer in the case', 200),
  unit: text('Unit', 200),
  ...POINT,
  ...COMMON,
} as const satisfies Fields

export const crimes = defineKind({
  words: { many: 'Crimes and incidents', one: 'crime or incident' },
  fields: FIELDS,
  columns: {
    kind: 'text',
    category: 'text',
    happened_from: 'timestamptz',
    happened_to: 'timestamptz',
    precision: 'text',
    month: 'date',
    counted_month: 'date',
    offence_code: 'text',
    offence_class: 'text',
    offence_words: 'text',
    offence_standing: 'text',
    reported_at: 'timestamptz',
    reported_precision: 'text',
    recorded_at: 'timestamptz',
    recorded_precision: 'text',
    outcome: 'text',
    outcome_code: 'text',
    outcome_on: 'date',
    harm_days: 'float8',
    harm_edition: 'text',
    harm_estimated: 'boolean',
    place: 'text',
    summary: 'text',
    officer: 'text',
    unit: 'text',
    longitude: 'float8',
    latitude: 'float8',
  },
  row(cells, context) {
    const [from, to] = [spanOf(cells, 'from', context), spanOf(cells, 'to', context)]
    if (from === null) return cells.fail('from', 'It does not say when it happened.')
    if (to !== null && to.to <= from.from) cells.fail('to', 'It ended before it began.')
    const [reported, recorded] = [spanOf(cells, 'reportedAt', context), spanOf(cells, 'recordedAt', context)]
    if (recorded !== null && recorded.to <= from.from) cells.fail('recordedAt', 'It was recorded before it happened.')
    const end = to ?? from
    const doneBy = londonDateAt(new Date(end.to.getTime() - 1))
    const days = { doneBy, recordedOn: recorded?.day ?? null }
    const kind = cells.code('kind')
    const offence = kind === 'asb' ? NO_OFFENCE : offenceOf(cells, context, days)
    const outcome = outcomeOf(cells, context)
    const counted = (recorded ?? reported ?? from).day
    const point = pointOf(cells)
    return {
      reference: cells.text('number'),
      values: [
        kind,
        kind === 'asb' ? ASB : categoryOf(offence.found[0]),
        from.from.toISOString(),
        end.to.toISOString(),
        coarser(from, end),
        `${from.day.slice(0, 7)}-01`,
        `${counted.slice(0, 7)}-01`,
        offence.code,
        offence.classCode,
        cells.text('offenceWords'),
        offence.standing,
        ...momentOf(reported),
        ...momentOf(recorded),
        outcome.words,
        outcome.code,
        cells.day('outcomeOn'),
        ...harmValues(offence.found),
        cells.text('place'),
        cells.text('summary'),
        cells.text('officer'),
        cells.text('unit'),
        point?.longitude ?? null,
        point?.latitude ?? null,
      ],
    }
  },
})

function spanOf(
  cells: Cells<keyof typeof FIELDS>,
  field: 'from' | 'to' | 'reportedAt' | 'recordedAt',
  { today }: RowContext,
): Span | null {
  const span = cells.when(field)
  if (span !== null && span.day > today) cells.fail(field, `${cut(cells.text(field))} is in the future.`)
  return span
}

function harmValues(found: readonly Offence[]): readonly [number, string, boolean] | readonly [null, null, null] {
  const harm = harmOfAny(found)
  return harm.known ? [harm.days, HARM_EDITION, harm.estimated] : [null, null, null]
}

/** Of reports and recordings no more than minute or day is kept. */
function momentOf(span: Span | null): readonly [string, 'minute' | 'day'] | readonly [null, null] {
  return span === null ? [null, null] : [span.from.toISOString(), span.precision === 'minute' ? 'minute' : 'day']
}

const PRECISIONS = ['minute', 'hour', 'day', 'month'] as const
function coarser(one: Span, other: Span): string {
  return PRECISIONS[Math.max(PRECISIONS.indexOf(one.precision), PRECISIONS.indexOf(other.precision))] ?? 'month'
}
