import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MARKINGS, PUBLIC_READER, type Marking } from '#platform/access/reader.ts'
import { EVIDENCE_VISIBILITY, RECORD_VISIBILITY, sees } from '../../access/visibility.ts'
import { guardedAsDocument, heldUnder, strictest } from './evd02-own-guards.ts'

const own = fc.record({
  marking: fc.constantFrom(...MARKINGS),
  compartment: fc.constantFrom(null, 1, 2),
})
const reader = fc.record({
  clearance: fc.constantFrom(...MARKINGS),
  compartments: fc.subarray([1, 2]),
  forceWide: fc.boolean(),
})

test('EVD02: whoever sees evidence sees its record, and is cleared and on the list for both', () => {
  fc.assert(
    fc.property(own, fc.option(own), reader, (evidence, held, drawn) => {
      const record = held === null ? null : { ...held, area: 1, unit: null, owner: null }
      const sight = { ...PUBLIC_READER, principal: 'staff', ...drawn } as const
      const under = heldUnder(evidence, record)
      const cleared = under.marking === 'OFFICIAL' || sight.clearance === 'OFFICIAL-SENSITIVE'
      const inside = under.compartments.every((compartment) => sight.compartments.includes(compartment))
      const seen = sees(EVIDENCE_VISIBILITY, sight, { ...evidence, record })
      expect(seen).toBe(cleared && inside && (record === null || sight.forceWide))
      if (seen && record !== null) expect(sees(RECORD_VISIBILITY, sight, record)).toBe(true)
    }),
  )
})

test('EVD02: evidence is guarded at least as the document that it is', () => {
  const open = { marking: 'OFFICIAL', compartment: null } as const
  const shut = { marking: 'OFFICIAL-SENSITIVE', compartment: 1 } as const
  expect(guardedAsDocument(open, shut)).toEqual(shut)
  expect(guardedAsDocument(shut, open)).toEqual(shut)
  expect(guardedAsDocument({ ...open, compartment: 2 }, shut)).toMatchObject({ rule: 'EVD02' })
  expect(guardedAsDocument(open, null)).toEqual(open)
})

test('the strictest of no marking is OFFICIAL', () => {
  expect(strictest([])).toBe('OFFICIAL')
  expect(strictest(['OFFICIAL-SENSITIVE', 'OFFICIAL'] satisfies Marking[])).toBe('OFFICIAL-SENSITIVE')
})
