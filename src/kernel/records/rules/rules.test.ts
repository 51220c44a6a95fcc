import { describe, expect, test } from 'vitest'
import { markedWithinClearance } from './rec01-own-clearance.ts'
import { inOwnCompartment } from './rec02-own-compartment.ts'
import { ableToSee, type Receiver } from './rec03-able-to-see.ts'
import { notAhead } from './rec04-not-ahead.ts'
import { betweenOptions } from './rec05-decision.ts'
import { somethingChanges } from './rec06-something-changes.ts'
import { handedOnBy } from './rec07-handed-on-by.ts'

const guards = { area: 1, unit: null, owner: 'a', marking: 'OFFICIAL', compartment: null } as const

test('REC01: nobody marks above their own clearance', () => {
  expect(markedWithinClearance('OFFICIAL-SENSITIVE', 'OFFICIAL')?.rule).toBe('REC01')
  expect(markedWithinClearance('OFFICIAL', 'OFFICIAL-SENSITIVE')).toBeNull()
  expect(markedWithinClearance('OFFICIAL', 'OFFICIAL')).toBeNull()
})

test('REC02: only a member puts anything into a compartment', () => {
  expect(inOwnCompartment(7, [8])?.rule).toBe('REC02')
  expect(inOwnCompartment(7, [7, 8])).toBeNull()
  expect(inOwnCompartment(null, [])).toBeNull()
})

describe('REC03: who is given a record or an action can see it', () => {
  const ellis: Receiver = { name: 'PS Ellis', principal: 'staff', clearance: 'OFFICIAL', compartments: [7] }
  test.each([
    ['as it is open', ellis, guards, null],
    ['cleared too low', ellis, { ...guards, marking: 'OFFICIAL-SENSITIVE' as const }, /not cleared/],
    ['inside its compartment', ellis, { ...guards, compartment: 7 }, null],
    ['not on its list', ellis, { ...guards, compartment: 8 }, /not on the list/],
    ['of a partner', { ...ellis, principal: 'partner' as const }, guards, /not of this force/],
  ])('%s', (_case, receiver, thing, words) => {
    const found = ableToSee(receiver, thing)
    if (words === null) expect(found).toBeNull()
    else expect(found).toMatchObject({ rule: 'REC03', message: expect.stringMatching(words) })
  })
})

test('REC04: nothing is written down as having happened tomorrow', () => {
  expect(notAhead('2026-11-24', '2026-11-23')?.rule).toBe('REC04')
  expect(notAhead('2026-11-23', '2026-11-23')).toBeNull()
  expect(notAhead(null, '2026-11-23')).toBeNull()
})

test('REC05: a decision is between two options at least', () => {
  expect(betweenOptions(['Visit'])?.rule).toBe('REC05')
  expect(betweenOptions(['Visit', 'visit'])?.rule).toBe('REC05')
  expect(betweenOptions(['Visit', 'Leave it as it is'])).toBeNull()
})

test('REC06: handing on changes something', () => {
  expect(somethingChanges(guards, { ...guards })?.rule).toBe('REC06')
  expect(somethingChanges(guards, { ...guards, owner: 'b' })).toBeNull()
})

test('REC07: a finding is handed on by the inspection lead, a chief officer or its owner, and by nobody else', () => {
  const by = (account: string, ...roles: string[]) => handedOnBy('finding', 'a', { account, roles })
  for (const role of ['inspection-lead', 'chief-officer']) expect(by('b', 'officer', role)).toBeNull()
  expect(by('a', 'officer')).toBeNull()
  for (const role of ['officer', 'supervisor', 'commander', 'analyst', 'administrator'])
    expect(by('b', role)).toMatchObject({ rule: 'REC07', message: expect.stringContaining('Ask one of them') })
  // One that nobody owns is nobody's to hand on by owning it.
  expect(handedOnBy('finding', null, { account: null, roles: ['officer'] })?.rule).toBe('REC07')
})
