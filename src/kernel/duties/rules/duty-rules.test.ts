import { describe, expect, test } from 'vitest'
import { anyRule } from '../testing.ts'
import { metByHand } from './dut01-met-by-hand.ts'
import { waiver } from './dut02-waiver.ts'
import { mayResume, pauseOf } from './dut03-pause.ts'
import { newOwner } from './dut04-new-owner.ts'

const rule = anyRule()
const owed = { owner: 'ellis', unit: 3 }
const ellis = { account: 'ellis', units: [3], forceWide: false }
const stranger = { account: 'okoro', units: [4], forceWide: false }

describe('DUT-01: a duty is met by hand', () => {
  test('in one of the ways of its rule, by who owes it or their unit', () => {
    expect(metByHand(rule, owed, 'Told in person', ellis)).toBeNull()
    expect(metByHand(rule, owed, 'Told in person', { ...stranger, units: [3] })).toBeNull()
    expect(metByHand(rule, owed, 'Told in person', stranger)?.rule).toBe('DUT-01')
  })

  test('never by an attempt, and not at all where its rule says so', () => {
    expect(metByHand(rule, owed, 'Attempted', ellis)?.message).toMatch(/An attempt meets nothing/)
    expect(metByHand(anyRule({ metByHand: [] }), owed, 'Told in person', ellis)?.message).toMatch(/by what happens/)
    expect(metByHand(undefined, owed, 'Told in person', ellis)).not.toBeNull()
  })
})

describe('DUT-02: a duty is waived', () => {
  test('from the rank that its rule names upwards', () => {
    expect(waiver(rule, ['officer', 'supervisor'])?.message).toMatch(/Area commander/)
    expect(waiver(rule, ['commander'])).toBeNull()
    expect(waiver(rule, ['chief-officer'])).toBeNull()
  })

  test('by nobody without a rank, and by nobody where the rule names none', () => {
    expect(waiver(rule, ['administrator', 'inspection-lead'])).not.toBeNull()
    expect(waiver(anyRule({ waivedFrom: null }), ['chief-officer'])?.message).toMatch(/Nobody may waive/)
  })
})

describe('DUT-03: the clock of a duty is stopped', () => {
  const facts = { isTheirs: true, isPaused: false, isOverdue: false }

  test('for a reason that its rule names, once at a time', () => {
    expect(pauseOf(rule, 'No safe contact', facts)).toBeNull()
    expect(pauseOf(rule, 'Busy', facts)).not.toBeNull()
    expect(pauseOf(rule, 'No safe contact', { ...facts, isPaused: true })?.message).toMatch(/already/)
    expect(pauseOf(anyRule({ pausedFor: [] }), 'No safe contact', facts)?.message).toMatch(/not stopped for anything/)
  })

  test('not once the time is over, and by those who owe it only', () => {
    expect(pauseOf(rule, 'No safe contact', { ...facts, isOverdue: true })?.message).toMatch(/overdue/)
    expect(pauseOf(rule, 'No safe contact', { ...facts, isTheirs: false })).not.toBeNull()
    expect(mayResume(owed, stranger)?.rule).toBe('DUT-03')
    expect(mayResume(owed, ellis)).toBeNull()
  })
})

describe('DUT-04: a duty is handed on', () => {
  const guards = { ...owed, area: null, marking: 'OFFICIAL', compartment: null } as const
  const to = { isStaff: true, hasLeft: false, units: [4], clearance: 'OFFICIAL', compartments: [] } as const

  test('to somebody who works here today', () => {
    expect(newOwner(to, guards, ellis)).toBeNull()
    for (const not of [undefined, { ...to, hasLeft: true }, { ...to, units: [] }, { ...to, isStaff: false }])
      expect(newOwner(not, guards, ellis)?.rule).toBe('DUT-04')
  })

  test('to somebody who may open it', () => {
    expect(newOwner(to, { ...guards, marking: 'OFFICIAL-SENSITIVE' }, ellis)?.message).toMatch(/may not open/)
    expect(newOwner(to, { ...guards, compartment: 7 }, ellis)?.message).toMatch(/may not open/)
    expect(newOwner({ ...to, compartments: [7] }, { ...guards, compartment: 7 }, ellis)).toBeNull()
  })

  test('by those who owe it', () => {
    expect(newOwner(to, guards, stranger)?.message).toMatch(/Only who owes it/)
  })
})
