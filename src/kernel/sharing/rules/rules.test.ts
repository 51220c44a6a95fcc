import { expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { agreementCovers, inForce } from './shr01-agreement-covers.ts'
import { ends } from './shr02-ends.ts'
import { maybeShared } from './shr03-never-shared.ts'
import { reviewedByAnother } from './shr04-somebody-else.ts'
import { onlyWhatIsShared } from './shr05-only-what-is-shared.ts'
import { personByGateway } from './shr06-person-by-gateway.ts'

const TODAY = getCivilDate('2026-11-23')
const AGREEMENT = {
  agencies: [2],
  gateway: 'crime-disorder-s115',
  purposes: ['reduce-crime'],
  classes: ['summary', 'aim'],
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
  ended: false,
}
const WANTED = {
  agency: 2,
  gateway: 'crime-disorder-s115',
  purpose: 'reduce-crime',
  classes: ['summary'],
  untilOn: '2026-12-31',
}

test('SHR01: what an agreement in force covers may be shared', () => {
  expect(agreementCovers(AGREEMENT, WANTED, TODAY)).toBeNull()
})

test.each([
  ['with no agreement', null, {}, /no agreement/],
  ['with another agency', AGREEMENT, { agency: 3 }, /no agreement/],
  ['after it ran out', { ...AGREEMENT, untilOn: '2026-11-22' }, {}, /not in force/],
  ['before it began', { ...AGREEMENT, fromOn: '2026-11-24' }, {}, /not in force/],
  ['after it was ended', { ...AGREEMENT, ended: true }, {}, /not in force/],
  ['by another gateway', AGREEMENT, { gateway: 'care-s6' }, /gateway/],
  ['for another purpose', AGREEMENT, { purpose: 'protect-child' }, /purpose/],
  ['of more than it names', AGREEMENT, { classes: ['summary', 'analysis'] }, /Open only/],
  ['for longer than it lasts', AGREEMENT, { untilOn: '2027-01-01' }, /ends before/],
])('SHR01: nothing is shared %s', (_how, agreement, other, words) => {
  const found = agreementCovers(agreement, { ...WANTED, ...other }, TODAY)
  expect(found?.rule).toBe('SHR01')
  expect(found?.message).toMatch(words)
})

test('SHR01: an agreement is in force on its first and its last day', () => {
  expect(inForce(AGREEMENT, '2026-01-01')).toBe(true)
  expect(inForce(AGREEMENT, '2026-12-31')).toBe(true)
  expect(inForce(AGREEMENT, '2027-01-01')).toBe(false)
})

test('SHR02: a share ends within a year, in an emergency within seven days, and never before today', () => {
  expect(ends('2026-11-22', TODAY, false)?.rule).toBe('SHR02')
  expect(ends('2026-11-23', TODAY, false)).toBeNull()
  expect(ends('2027-11-24', TODAY, false)).toBeNull()
  expect(ends('2027-11-25', TODAY, false)?.rule).toBe('SHR02')
  expect(ends('2026-11-30', TODAY, true)).toBeNull()
  expect(ends('2026-12-01', TODAY, true)?.rule).toBe('SHR02')
})

test('SHR03: neither what is in a compartment nor what is marked higher is shared', () => {
  expect(maybeShared({ marking: 'OFFICIAL', compartment: null })).toBeNull()
  expect(maybeShared({ marking: 'OFFICIAL', compartment: 1 })?.rule).toBe('SHR03')
  expect(maybeShared({ marking: 'OFFICIAL-SENSITIVE', compartment: null })?.rule).toBe('SHR03')
})

test('SHR04: a share made in an emergency is reviewed once, by somebody else', () => {
  const share = { emergency: true, reviewed: false, sharedBy: 'a' }
  expect(reviewedByAnother(share, 'b')).toBeNull()
  expect(reviewedByAnother(share, 'a')?.message).toMatch(/yourself/)
  expect(reviewedByAnother({ ...share, reviewed: true }, 'b')?.message).toMatch(/already/)
  expect(reviewedByAnother({ ...share, emergency: false }, 'b')?.message).toMatch(/under an agreement/)
})

test('SHR05: an agency is asked only about what is shared with it', () => {
  expect(onlyWhatIsShared(true)).toBeNull()
  expect(onlyWhatIsShared(false)?.rule).toBe('SHR05')
})

test.each([
  ['the name, by the Care Act', ['summary', 'person'], 'care-s6', null],
  ['the risk, by the Children Act', ['risk'], 'children-s11', null],
  ['both, to protect a life', ['person', 'risk'], 'vital-interests', null],
  ['neither, by any gateway', ['summary', 'incidents', 'responses'], 'crime-disorder-s115', null],
  ['the name, by the Crime and Disorder Act', ['summary', 'person'], 'crime-disorder-s115', 'SHR06'],
  ['the risk, by common law', ['risk'], 'policing-purposes', 'SHR06'],
])('SHR06: %s', (_how, classes, gateway, rule) => {
  expect(personByGateway({ classes, gateway })?.rule ?? null).toBe(rule)
})
