import { describe, expect, test } from 'vitest'
import { clockSchema } from './clock.ts'
import { protectionNotice, weekdaysNineToFive } from './testing.ts'

describe('A clock', () => {
  test('is read from plain data of its kind, and nothing else', () => {
    expect(clockSchema.parse(protectionNotice)).toEqual(protectionNotice)
    for (const wrong of [
      { kind: 'working-days', days: 1.5 },
      { kind: 'working-days', days: -1 },
      { kind: 'working-days', days: 5, hours: 3 },
      { kind: 'working-days', days: 5, cutOff: '5pm' },
      { kind: 'elapsed-hours', hours: 0 },
      { kind: 'before-event', by: { kind: 'none' } },
      { kind: 'sometimes' },
      {},
    ]) {
      expect(clockSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
    }
  })
  test('of opening hours has some, in order and apart', () => {
    const isRead = (opening: unknown) => clockSchema.safeParse({ kind: 'office-hours', hours: 4, opening }).success
    const monday = (...times: [string, string][]) => ({ monday: times.map(([opens, closes]) => ({ opens, closes })) })
    expect(isRead(weekdaysNineToFive)).toBe(true)
    expect(isRead(monday(['08:00', '12:00'], ['12:00', '24:00']))).toBe(true)
    expect(isRead(monday(['08:00', '12:00'], ['11:00', '17:00']))).toBe(false)
    expect(isRead(monday(['17:00', '08:00']))).toBe(false)
    expect(isRead({})).toBe(false)
    expect(isRead({ monday: [] })).toBe(false)
  })
})
