import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { WEEKDAYS } from '#calculations/calendar/day-number.ts'
import { easterSunday } from '#calculations/calendar/easter.ts'
import type { Holidays } from '#calculations/calendar/holidays.ts'
import type { Clock, ClockOf, Opening } from './clock.ts'
import type { Pause } from './pauses.ts'

/** Tests reckon in quarters of an hour, so that the plain way can walk from one to the next. */
export const QUARTER = 15 * 60_000

export const weekdaysNineToFive: Opening = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ opens: '09:00', closes: '17:00' }]]),
)
const oddHours: Opening = {
  saturday: [{ opens: '22:00', closes: '24:00' }],
  sunday: [
    { opens: '00:30', closes: '01:30' },
    { opens: '02:00', closes: '05:15' },
  ],
  wednesday: [{ opens: '00:00', closes: '24:00' }],
}

export const protectionNotice: ClockOf<'hours-leaving-out'> = {
  kind: 'hours-leaving-out',
  hours: 48,
  leavingOut: ['sundays', 'good-friday', 'christmas-day', 'bank-holidays'],
}

const interesting = ['2015-12-24', '2016-02-28', '2016-03-24', '2016-03-27', '2016-10-29', '2016-12-22', '2022-05-30']

/** Moments of 2014 to 2029, many of them about holidays, month ends and clock changes. */
export const moments = fc
  .oneof(
    fc.integer({ min: Date.UTC(2014, 0, 1) / QUARTER, max: Date.UTC(2029, 0, 1) / QUARTER }),
    fc
      .tuple(fc.constantFrom(...interesting), fc.nat(6 * 96))
      .map(([day, quarters]) => Date.parse(day) / QUARTER + quarters),
  )
  .map((quarters) => new Date(quarters * QUARTER))

const days = fc.integer({ min: 0, max: 30 })
const months = fc.integer({ min: 0, max: 8 })
const hours = fc.integer({ min: 1, max: 60 * 4 }).map((quarters) => quarters / 4)

const spans = fc.oneof(
  days.map((days) => ({ kind: 'working-days' as const, days })),
  days.map((days) => ({ kind: 'calendar-days' as const, days })),
  months.map((months) => ({ kind: 'calendar-months' as const, months })),
  hours.map((hours) => ({ kind: 'elapsed-hours' as const, hours })),
)

/** Clocks that count on from their start. */
export const countingClocks: fc.Arbitrary<Clock> = fc.oneof(
  spans,
  fc.record({ kind: fc.constant('working-days' as const), days, cutOff: fc.constantFrom('09:00', '17:00', '24:00') }),
  spans.map((every) => ({ kind: 'recurring' as const, every })),
  hours.map((hours) => ({ ...protectionNotice, hours })),
  fc.record({
    kind: fc.constant('hours-leaving-out' as const),
    hours,
    leavingOut: fc.uniqueArray(fc.constantFrom('saturdays' as const, 'good-friday' as const, 'christmas-day' as const)),
  }),
  fc.record({
    kind: fc.constant('office-hours' as const),
    hours: fc.integer({ min: 1, max: 80 }).map((quarters) => quarters / 4),
    opening: fc.constantFrom(weekdaysNineToFive, oddHours),
  }),
)

export const eventClocks: fc.Arbitrary<Clock> = spans.map((by) => ({ kind: 'before-event' as const, by }))

/** Pauses that end, from some days before the moment to some weeks after it. */
export function pausesAbout(moment: Date): fc.Arbitrary<Pause[]> {
  const pause = fc
    .tuple(fc.integer({ min: -500, max: 2_000 }), fc.integer({ min: 0, max: 700 }))
    .map(([start, length]) => ({
      from: new Date(moment.getTime() + start * QUARTER),
      to: new Date(moment.getTime() + (start + length) * QUARTER),
    }))
  return fc.array(pause, { maxLength: 4 })
}

/** The due time by the plain words of each kind, walking with Temporal: slow, and nothing shared with what it checks. */
export function plainDue(clock: Clock, from: Date, holidays: Holidays, pauses: readonly Pause[]): Date | null {
  const start = local(from.getTime())
  const kindDays = (counts: Counts, days: number, nought = start.toPlainDate()) =>
    walkDays(nought, days, counts, pauses)
  const isWorking = (day: Temporal.PlainDate) => day.dayOfWeek < 6 && nameOf(day, holidays) === undefined
  switch (clock.kind) {
    case 'working-days': {
      const late = clock.cutOff !== undefined && (!isWorking(start.toPlainDate()) || timeOf(start) >= clock.cutOff)
      const next = () => local(walkDays(start.toPlainDate(), 1, isWorking, []).getTime()).toPlainDate()
      return kindDays(isWorking, clock.days, late ? next() : start.toPlainDate())
    }
    case 'calendar-days':
      return kindDays(() => true, clock.days)
    case 'calendar-months':
      return walkMonths(start.toPlainDate(), clock.months, pauses)
    case 'elapsed-hours':
      return walkQuarters(from, clock.hours, () => true, pauses)
    case 'hours-leaving-out':
      return walkQuarters(from, clock.hours, (at) => !isLeftOut(at.toPlainDate(), clock, holidays), pauses)
    case 'office-hours':
      return walkQuarters(from, clock.hours, (at) => isOpen(at, clock.opening, holidays), pauses)
    case 'recurring':
      return plainDue(clock.every, from, holidays, pauses)
    case 'before-event':
    case 'at-once':
    case 'none':
      return null
  }
}

type Counts = (day: Temporal.PlainDate) => boolean

function walkDays(nought: Temporal.PlainDate, days: number, counts: Counts, pauses: readonly Pause[]): Date {
  let left = days
  for (let day = nought; ; day = day.add({ days: 1 })) {
    if (!counts(day)) continue
    if (!day.equals(nought) && !isPaused(startOf(day), pauses)) left--
    if (left <= 0 && !isPaused(endOf(day), pauses)) return new Date(endOf(day))
  }
}

function walkMonths(nought: Temporal.PlainDate, months: number, pauses: readonly Pause[]): Date {
  let start = nought
  for (let day = nought; ; day = day.add({ days: 1 })) {
    if (!day.equals(nought) && isPaused(startOf(day), pauses)) start = start.add({ days: 1 })
    const isReached = Temporal.PlainDate.compare(day, start.add({ months })) >= 0
    if (isReached && !isPaused(endOf(day), pauses)) return new Date(endOf(day))
  }
}

function walkQuarters(
  from: Date,
  hours: number,
  counts: (at: Temporal.ZonedDateTime) => boolean,
  pauses: readonly Pause[],
): Date {
  let at = from.getTime()
  for (let left = hours * 4; left > 0; at += QUARTER) {
    // The middle of the quarter, which is never where anything begins or ends.
    if (!isPaused(at + QUARTER / 2, pauses) && counts(local(at + QUARTER / 2))) left--
  }
  return new Date(at)
}

function isLeftOut(day: Temporal.PlainDate, clock: ClockOf<'hours-leaving-out'>, holidays: Holidays): boolean {
  return clock.leavingOut.some((what) => {
    if (what === 'bank-holidays') return nameOf(day, holidays) !== undefined
    if (what === 'good-friday') return day.add({ days: 2 }).toString() === easterSunday(day.year)
    if (what === 'christmas-day') return day.month === 12 && day.day === 25
    return day.dayOfWeek === (what === 'sundays' ? 7 : 6)
  })
}

function isOpen(at: Temporal.ZonedDateTime, opening: Opening, holidays: Holidays): boolean {
  const weekday = WEEKDAYS[at.dayOfWeek % 7]
  const hours = (weekday !== undefined && opening[weekday]) || []
  // Each end is a moment, also where the clock time falls in a skipped or doubled hour: the first, or an hour later.
  const momentOf = (time: string) => startOf(at.toPlainDate(), time)
  const isWithin = hours.some(
    (h) => momentOf(h.opens) <= at.epochMilliseconds && at.epochMilliseconds < momentOf(h.closes),
  )
  return isWithin && nameOf(at.toPlainDate(), holidays) === undefined
}

/** Joined pauses are one: a moment between two that touch is paused too, which quarters and their middles never show. */
function isPaused(ms: number, pauses: readonly Pause[]): boolean {
  const inside = pauses.some(({ from, to }) => from.getTime() < ms && (to === null || ms < to.getTime()))
  const ends = pauses.some(({ from, to }) => to?.getTime() === ms && from.getTime() < ms)
  return inside || (ends && pauses.some(({ from, to }) => from.getTime() === ms && (to === null || ms < to.getTime())))
}

const local = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/London')
const timeOf = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString().slice(0, 5)
const nameOf = (day: Temporal.PlainDate, holidays: Holidays) => holidays.nameOf(getCivilDate(day.toString()))

function startOf(day: Temporal.PlainDate, time = '00:00'): number {
  const plain = time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(time)
  return plain.toZonedDateTime('Europe/London').epochMilliseconds
}

function endOf(day: Temporal.PlainDate): number {
  return startOf(day.add({ days: 1 })) - 1000
}
