import { describe, expect, test } from 'vitest'
import { sessionState, type SessionFacts } from './session-state.ts'

const start = new Date('2026-11-23T09:00:00Z')
const after = (minutes: number, seconds = 0) => new Date(start.getTime() + minutes * 60_000 + seconds * 1_000)
const facts: SessionFacts = {
  seenAt: start,
  lockedAt: null,
  endedAt: null,
  expiresAt: after(12 * 60),
  leftAt: null,
  posting: 1,
}

describe('A session', () => {
  test.each([
    ['14:59', after(14, 59), 'live'],
    ['15:00', after(15), 'live'],
    ['15:01', after(15, 1), 'locked'],
    ['a night', after(11 * 60), 'locked'],
  ] as const)('%s after the last request is %s', (_words, now, state) => {
    expect(sessionState(facts, now)).toBe(state)
  })

  test('that was locked stays locked', () => {
    expect(sessionState({ ...facts, lockedAt: after(1) }, after(2))).toBe('locked')
  })

  test('is over twelve hours after the sign-in, however busy', () => {
    const busy = { ...facts, seenAt: after(12 * 60, -1) }
    expect(sessionState(busy, after(12 * 60, -1))).toBe('live')
    expect(sessionState(busy, after(12 * 60))).toBe('ended')
  })

  test('of a leaver is over from the moment of leaving', () => {
    const leaver = { ...facts, leftAt: after(5) }
    expect(sessionState(leaver, after(4, 59))).toBe('live')
    expect(sessionState(leaver, after(5))).toBe('ended')
  })

  test('without a live posting is over, and so is one that was ended', () => {
    expect(sessionState({ ...facts, posting: null }, after(1))).toBe('ended')
    expect(sessionState({ ...facts, endedAt: start }, after(1))).toBe('ended')
  })
})
