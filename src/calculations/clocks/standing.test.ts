import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DutyFacts, standing } from './standing.ts'
import { crossed, type Threshold, warnAt } from './thresholds.ts'

const at = (hour: number) => new Date(Date.UTC(2016, 4, 9, hour))
const dueAt = new Date(at(24).getTime() - 1000)
const facts: DutyFacts = { dueAt, warnAt: at(12), metAt: null, waivedAt: null, supersededAt: null, pauses: [] }
const stands = (changes: Partial<DutyFacts>, now: Date) => standing({ ...facts, ...changes }, now)

describe('A duty', () => {
  test('is not due, due soon, then overdue, and in time to the end of its last second', () => {
    expect(stands({}, at(11))).toBe('not-due')
    expect(stands({}, at(12))).toBe('due-soon')
    expect(stands({}, new Date(dueAt.getTime() + 999))).toBe('due-soon')
    expect(stands({}, at(24))).toBe('overdue')
    expect(stands({ dueAt: null, warnAt: null }, at(99))).toBe('not-due')
  })
  test('is met on time or late, in whole seconds; without a due time always on time', () => {
    expect(stands({ metAt: new Date(dueAt.getTime() + 999) }, at(30))).toBe('met-on-time')
    expect(stands({ metAt: at(24) }, at(30))).toBe('met-late')
    expect(stands({ metAt: at(24), dueAt: null }, at(30))).toBe('met-on-time')
  })
  test('stands as what ended it first says', () => {
    expect(stands({ waivedAt: at(3) }, at(30))).toBe('waived')
    expect(stands({ supersededAt: at(3), waivedAt: at(4), metAt: at(5) }, at(30))).toBe('superseded')
    expect(stands({ metAt: at(3), supersededAt: at(3) }, at(30))).toBe('met-on-time')
  })
  test('is paused, but not where it was late before', () => {
    expect(stands({ pauses: [{ from: at(3), to: null }], dueAt: null }, at(30))).toBe('paused')
    expect(stands({ pauses: [{ from: at(3), to: at(5) }] }, at(4))).toBe('paused')
    expect(stands({ pauses: [{ from: at(3), to: at(5) }] }, at(5))).toBe('not-due')
    expect(stands({ pauses: [{ from: at(25), to: null }] }, at(30))).toBe('overdue')
  })
  test('stood in the past as was known from what had happened by then', () => {
    expect(stands({ metAt: at(30) }, at(25))).toBe('overdue')
    expect(stands({ waivedAt: at(30) }, at(13))).toBe('due-soon')
  })
})

const share = (of: number): Threshold => ({ kind: 'share', share: of })
const before = (hours: number): Threshold => ({ kind: 'before', hours })

describe('Thresholds on the way to a due time', () => {
  test('are crossed at shares of the time and at times before', () => {
    const given = [share(1), share(0.75), share(0.5), before(2), share(1.5)]
    const hours = (now: number) => crossed(given, at(0), at(20), at(now)).map(({ at }) => at.getUTCHours())
    expect(hours(9)).toEqual([])
    expect(hours(10)).toEqual([10])
    expect(hours(19)).toEqual([10, 15, 18])
    expect(crossed(given, at(0), at(20), at(30)).at(-1)).toEqual({ threshold: share(1.5), at: at(30) })
    expect(crossed(given, at(0), null, at(30))).toEqual([])
  })
  test('before the start are crossed at the start; what was due before it started has crossed all', () => {
    expect(warnAt(before(90), at(0), at(20))).toEqual(at(0))
    expect(crossed([share(0.5), share(1), before(1)], at(5), at(2), at(5)).map(({ at }) => at)).toEqual([
      at(2),
      at(2),
      at(2),
    ])
  })
  test('are crossed in order, each once, and none is taken back as time goes on', () => {
    const thresholds = fc.array(
      fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }).map(share), fc.integer({ min: 0, max: 900 }).map(before)),
    )
    const hour = fc.integer({ min: -500, max: 900 })
    fc.assert(
      fc.property(thresholds, hour, hour, hour, fc.nat(500), (given, from, due, now, later) => {
        const first = crossed(given, at(from), at(due), at(now))
        const second = crossed(given, at(from), at(due), at(now + later))
        expect(second.slice(0, first.length)).toEqual(first)
        expect(second.map(({ at }) => at)).toEqual(second.map(({ at }) => at).toSorted((a, b) => Number(a) - Number(b)))
        expect(crossed(given, at(from), at(due), at(99_999))).toHaveLength(given.length)
      }),
    )
  })
})
