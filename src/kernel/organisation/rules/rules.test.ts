import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitParent, type ParentFacts } from './org01-unit-parent.ts'
import { termInOrder } from './org02-term.ts'
import { nothingLeftHanging } from './org03-nothing-left-hanging.ts'
import { ownAgencyStays } from './org04-force-stays.ts'
import { rolesFitPrincipal } from './org05-roles-of-principal.ts'
import { postingFits, type PostingFacts } from './org06-posting-fits.ts'
import { notOnesOwn } from './org07-own-hands.ts'
import { administratorStays } from './org08-an-administrator-stays.ts'
import { staffOfAForce } from './org09-staff-of-a-force.ts'
import { stillHere } from './org10-still-here.ts'
import { sameAgencyAsPostings } from './org11-agency-of-postings.ts'
import { custodianStays, notInside, ofTheForce } from './org12-members-of-a-compartment.ts'
import { custodianHasLeft } from './org13-take-over.ts'
import { refuseOn } from './rule.ts'

const day = '2026-11-23'

describe('ORG01: a unit lies under a unit of its agency that stands', () => {
  const unit = { id: 7, agency: 1, from: '2016-04-01', to: null }
  const parent: ParentFacts = { id: 3, agency: 1, name: 'Reading LPA', from: '2016-04-01', to: null, above: [1] }

  test('under no unit, or under one that stands, is well', () => {
    expect(unitParent(unit, null, day)).toBeNull()
    expect(unitParent(unit, parent, day)).toBeNull()
  })
  test('not under itself, nor under one that lies below it', () => {
    expect(unitParent(unit, { ...parent, id: 7 }, day)?.rule).toBe('ORG01')
    expect(unitParent(unit, { ...parent, above: [5, 7] }, day)?.message).toContain('Reading LPA lies under this unit')
  })
  test('not under a unit of another agency', () => {
    expect(unitParent(unit, { ...parent, agency: 2 }, day)?.message).toContain('another agency')
  })
  test('not under one that is over, nor one that does not stand yet', () => {
    expect(unitParent(unit, { ...parent, to: '2026-11-22' }, day)?.message).toContain('does not stand on 2026-11-23')
    expect(unitParent(unit, { ...parent, from: '2027-04-01' }, day)?.message).toContain('does not stand')
    expect(unitParent({ ...unit, from: '2027-04-01' }, { ...parent, from: '2027-04-01' }, day)).toBeNull()
  })
  test('not longer than the one above it', () => {
    expect(unitParent(unit, { ...parent, to: '2027-03-31' }, day)?.message).toContain('ends on 2027-03-31')
    expect(unitParent({ ...unit, to: '2027-03-31' }, { ...parent, to: '2027-03-31' }, day)).toBeNull()
  })
  test('moves that it lets through never make a ring', () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 40 })
    fc.assert(
      fc.property(moves, (list) => {
        const parents = new Map<number, number>()
        const above = (id: number): number[] => {
          const next = parents.get(id)
          return next === undefined ? [] : [next, ...above(next)]
        }
        for (const [id, to] of list) {
          const facts = { ...parent, id: to, above: above(to) }
          if (unitParent({ ...unit, id }, facts, day) === null) parents.set(id, to)
        }
        return [...parents.keys()].every((id) => !above(id).includes(id))
      }),
    )
  })
})

test('ORG02: nothing ends before it starts', () => {
  expect(termInOrder({ from: day, to: null })).toBeNull()
  expect(termInOrder({ from: day, to: day })).toBeNull()
  expect(termInOrder({ from: day, to: '2026-11-22' })?.rule).toBe('ORG02')
})

test('ORG03: nothing is left hanging, and the words say what would be', () => {
  const units = { count: 1, one: 'unit below it', many: 'units below it' }
  const people = { count: 12, one: 'person posted to it', many: 'people posted to it' }
  expect(nothingLeftHanging(day, [{ ...units, count: 0 }])).toBeNull()
  expect(nothingLeftHanging(null, [units])).toBeNull()
  expect(nothingLeftHanging(day, [units, people])?.message).toBe(
    'After 2026-11-23 there would still be 1 unit below it and 12 people posted to it. Move or end them first.',
  )
})

test('ORG04: nobody ends their own agency', () => {
  expect(ownAgencyStays(1, 1, day)?.rule).toBe('ORG04')
  expect(ownAgencyStays(2, 1, day)).toBeNull()
  expect(ownAgencyStays(1, 1, null)).toBeNull()
})

test('ORG05: partners are partners and nothing else; staff are never partners', () => {
  expect(rolesFitPrincipal('partner', ['partner'])).toBeNull()
  expect(rolesFitPrincipal('partner', ['partner', 'analyst'])?.rule).toBe('ORG05')
  expect(rolesFitPrincipal('partner', ['auditor'])?.rule).toBe('ORG05')
  expect(rolesFitPrincipal('staff', ['officer', 'partner'])?.rule).toBe('ORG05')
  expect(rolesFitPrincipal('staff', [])?.message).toBe('Choose at least one role.')
  expect(rolesFitPrincipal('staff', ['officer', 'supervisor'])).toBeNull()
})

describe('ORG06: a posting fits the unit', () => {
  const posting: PostingFacts = {
    principal: 'staff',
    forceWide: false,
    agency: 1,
    unitAgency: 1,
    from: '2020-01-06',
    to: null,
    unit: {
      name: 'Reading LPA',
      from: '2016-04-01',
      to: null,
    },
  }
  test('of one’s own agency, while the unit stands', () => {
    expect(postingFits(posting)).toBeNull()
    expect(postingFits({ ...posting, unitAgency: 2 })?.message).toContain('another agency')
    expect(postingFits({ ...posting, from: '2016-03-31' })?.message).toContain('stands from 2016-04-01')
    expect(postingFits({ ...posting, unit: { ...posting.unit, to: day } })?.message).toContain(`ends on ${day}`)
  })
  test('does not reach the whole force for a partner', () => {
    expect(postingFits({ ...posting, principal: 'partner', forceWide: true })?.rule).toBe('ORG06')
    expect(postingFits({ ...posting, forceWide: true })).toBeNull()
  })
})

test('ORG07: nobody changes their own power', () => {
  expect(notOnesOwn('a', 'a')?.rule).toBe('ORG07')
  expect(notOnesOwn('a', 'b')).toBeNull()
})

test('ORG08: an administrator is left', () => {
  expect(administratorStays(true, false, 0)?.rule).toBe('ORG08')
  expect(administratorStays(true, true, 0)).toBeNull()
  expect(administratorStays(true, false, 1)).toBeNull()
  expect(administratorStays(false, false, 0)).toBeNull()
})

test('ORG09: force staff belong to a police force', () => {
  expect(staffOfAForce('staff', 'health')?.rule).toBe('ORG09')
  expect(staffOfAForce('staff', 'police-force')).toBeNull()
  expect(staffOfAForce('partner', 'police-force')).toBeNull()
})

test('ORG10: who has left gets nothing', () => {
  const now = new Date('2026-11-23T14:45:00Z')
  expect(stillHere(now, now)?.rule).toBe('ORG10')
  expect(stillHere(null, now)).toBeNull()
})

test('ORG11: nobody changes agency under their postings', () => {
  expect(sameAgencyAsPostings(1, 2, 1)?.rule).toBe('ORG11')
  expect(sameAgencyAsPostings(1, 2, 0)).toBeNull()
  expect(sameAgencyAsPostings(1, 1, 3)).toBeNull()
})

test('ORG12: who may be in a compartment', () => {
  expect(custodianStays('a', 'a')?.rule).toBe('ORG12')
  expect(custodianStays('a', 'b')).toBeNull()
  expect(notInside(true, 'PS Ellis')?.message).toContain('PS Ellis is in this compartment already')
  expect(ofTheForce('partner')?.rule).toBe('ORG12')
  expect(ofTheForce('staff')).toBeNull()
})

test('ORG13: a compartment is taken over from somebody who has left', () => {
  expect(custodianHasLeft(null, 'Ms Quayle')?.message).toBe(
    'Ms Quayle is still its custodian. Ask them to hand it over.',
  )
  expect(custodianHasLeft('2026-11-23T14:45:00Z', 'Ms Quayle')).toBeNull()
})

test('the first finding is the one that is said', () => {
  expect(() => refuseOn(null, termInOrder({ from: day, to: '2026-01-01' }), notOnesOwn('a', 'a'))).toThrow(
    'The last day',
  )
  expect(() => refuseOn(null, null)).not.toThrow()
})
