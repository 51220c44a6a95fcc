import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardHolidays, withOneOffs } from '#calculations/calendar/holidays.ts'
import { dateOfDay, dayNumberOf } from '#calculations/calendar/day-number.ts'
import { lastSecondOfLondonDay } from '#calculations/calendar/london-time.ts'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { type Clock, clockSchema } from './clock.ts'
import { dueAt, dueOf } from './due-of.ts'
import { earlier } from './earlier.ts'
import type { Pause } from './pauses.ts'
import { countingClocks, eventClocks, moments, pausesAbout, plainDue } from './testing.ts'

const clocks = fc.oneof(
  { weight: 5, arbitrary: countingClocks },
  eventClocks,
  fc.constantFrom<Clock>({ kind: 'at-once' }, { kind: 'at-once', dueAtStart: true }, { kind: 'none' }),
)
const due = (clock: Clock, from: Date, pauses: readonly Pause[] = []) => dueAt(clock, from, standardHolidays, pauses)
const momentWithPauses = moments.chain((from) => fc.tuple(fc.constant(from), pausesAbout(from)))
const open = (from: Date): Pause => ({ from, to: null })

describe('Every clock', () => {
  test('falls due where one gets by walking from day to day and quarter to quarter', () => {
    fc.assert(
      fc.property(countingClocks, momentWithPauses, fc.boolean(), (clock, [from, pauses], isPaused) => {
        const given = isPaused ? pauses : []
        const plain = plainDue(clock, from, standardHolidays, given)
        expect(dueOf(clock, from, standardHolidays, { pauses: given }).at?.toISOString()).toBe(plain?.toISOString())
      }),
      { numRuns: 400 },
    )
  })
  test('that starts later is never due earlier', () => {
    fc.assert(
      fc.property(clocks, momentWithPauses, fc.nat(40 * 96), (clock, [from, pauses], quarters) => {
        const later = new Date(from.getTime() + quarters * 900_000)
        expect(due(clock, later, pauses) ?? 0).toBeGreaterThanOrEqual(due(clock, from, pauses) ?? 0)
      }),
      { numRuns: 2_000 },
    )
  })
  test('says the same each time, with its reasons or without, and does not change what it is given', () => {
    fc.assert(
      fc.property(clocks, momentWithPauses, (clock, [from, pauses]) => {
        const before = JSON.stringify([clock, from, pauses])
        const first = dueOf(clock, from, standardHolidays, { pauses })
        expect(dueOf(clock, from, standardHolidays, { pauses })).toEqual(first)
        expect(due(clock, from, pauses)).toBe(first.at?.getTime() ?? null)
        expect(first.steps.length).toBeGreaterThan(0)
        expect(JSON.stringify([clock, from, pauses])).toBe(before)
      }),
    )
  })
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        expect(clockSchema.parse(JSON.parse(JSON.stringify(clock)))).toEqual(clock)
      }),
    )
  })
  test('that counts on is due at its start or later; one before an event at the event or earlier', () => {
    fc.assert(
      fc.property(countingClocks, eventClocks, moments, (counting, before, moment) => {
        expect(due(counting, moment)).toBeGreaterThanOrEqual(moment.getTime())
        expect(due(before, moment)).toBeLessThanOrEqual(moment.getTime())
      }),
    )
  })
  test('is due no earlier for one more holiday, unless it is counted back from an event', () => {
    fc.assert(
      fc.property(
        countingClocks,
        eventClocks,
        moments,
        fc.integer({ min: -40, max: 40 }),
        (clock, back, from, days) => {
          const date = dateOfDay(dayNumberOf(londonDateAt(from)) + days)
          const more = withOneOffs(standardHolidays, [{ date, name: 'One more', source: 'a test' }])
          expect(dueAt(clock, from, more)).toBeGreaterThanOrEqual(due(clock, from) ?? 0)
          expect(dueAt(back, from, more)).toBeLessThanOrEqual(due(back, from) ?? 0)
        },
      ),
    )
  })
})

describe('A pause', () => {
  test('never brings a due time forward, however many there are', () => {
    fc.assert(
      fc.property(clocks, momentWithPauses, (clock, [from, pauses]) => {
        const fewer = due(clock, from, pauses.slice(1)) ?? 0
        expect(due(clock, from, pauses) ?? 0).toBeGreaterThanOrEqual(fewer)
      }),
      { numRuns: 1_000 },
    )
  })
  test('is the same in whatever order, cut in two, or said twice', () => {
    fc.assert(
      fc.property(clocks, momentWithPauses, (clock, [from, pauses]) => {
        const halves = pauses.flatMap(({ from, to }) => {
          const middle = new Date((from.getTime() + (to?.getTime() ?? 0)) / 2)
          return [
            { from: middle, to },
            { from, to: middle },
            { from: middle, to: middle },
          ]
        })
        const plain = due(clock, from, pauses)
        expect(due(clock, from, [...pauses, ...pauses].toReversed())).toBe(plain)
        expect(due(clock, from, halves)).toBe(plain)
      }),
    )
  })
  test('that lasts leaves no due time if it began before it, and changes nothing if it began at it or later', () => {
    fc.assert(
      fc.property(clocks, momentWithPauses, fc.integer({ min: -400, max: 400 }), (clock, [from, pauses], quarters) => {
        // What does not count on may be due inside a pause, or as one ends: one that begins then is the same pause.
        const others = clock.kind === 'before-event' || clock.kind === 'at-once' ? [] : pauses
        const plain = due(clock, from, others)
        if (plain === null) return
        const begins = new Date(plain + quarters * 900_000)
        const paused = due(clock, from, [...others, open(begins)])
        if (quarters < 0) expect(paused).toBeNull()
        else expect(paused).toBe(plain)
      }),
      { numRuns: 1_000 },
    )
  })
  test('that was over before the start changes nothing', () => {
    fc.assert(
      fc.property(clocks, moments, fc.nat(500), (clock, from, quarters) => {
        const over = { from: new Date(from.getTime() - quarters * 900_000), to: from }
        expect(due(clock, from, [over])).toBe(due(clock, from))
      }),
    )
  })
  test('of whole days puts a limit in days off by as many, and of hours one in hours', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 }), (from, limit, length) => {
        const to = new Date(from.getTime() + length * 3_600_000)
        const inHours = { kind: 'elapsed-hours', hours: limit } as const
        expect(due(inHours, from, [{ from, to }])).toBe((due(inHours, from) ?? 0) + length * 3_600_000)
        const day = dayNumberOf(londonDateAt(from))
        const resumed = new Date(lastSecondOfLondonDay(dateOfDay(day + length)).getTime() - 3_600_000)
        const paused = due({ kind: 'calendar-days', days: limit }, from, [{ from, to: resumed }])
        expect(paused).toBe(lastSecondOfLondonDay(dateOfDay(day + limit + length)).getTime())
      }),
    )
  })
  test('before an event does not move what is due before it', () => {
    fc.assert(
      fc.property(eventClocks, momentWithPauses, (clock, [event, pauses]) => {
        expect(due(clock, event, pauses)).toBe(due(clock, event))
      }),
    )
  })
})

describe('The earlier of two limits', () => {
  test('is one of them, no later than either, and none only where both have none', () => {
    const dues = fc.tuple(clocks, moments).map(([clock, from]) => dueOf(clock, from))
    fc.assert(
      fc.property(dues, dues, (old, next) => {
        const held = earlier(old, next)
        expect([old.at, next.at]).toContainEqual(held.at)
        for (const { at } of [old, next]) if (at !== null) expect(held.at?.getTime()).toBeLessThanOrEqual(at.getTime())
        expect(earlier(next, old).at).toEqual(held.at)
        expect(earlier(held, next).at).toEqual(held.at)
      }),
    )
  })
})
