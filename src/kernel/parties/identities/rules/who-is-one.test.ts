import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whoIsOne, type Member, type Tie } from './who-is-one.ts'

const open = (id: number): Member => ({ id, marking: 'OFFICIAL', compartment: null })
const sensitive = (id: number): Member => ({ id, marking: 'OFFICIAL-SENSITIVE', compartment: null })
const closed = (id: number, compartment = 1): Member => ({ id, marking: 'OFFICIAL', compartment })
const both = (id: number): Member => ({ id, marking: 'OFFICIAL-SENSITIVE', compartment: 1 })
const tie = (left: number, right: number): Tie => ({ left, right })
const found = (members: readonly Member[], ...ties: readonly Tie[]) => Object.fromEntries(whoIsOne(members, ties))

describe('Who is one', () => {
  test('is whoever hangs together, under the lowest number', () => {
    expect(found([open(3), open(1), open(2), open(4)], tie(2, 3), tie(1, 3))).toEqual({ 1: 1, 2: 1, 3: 1, 4: 4 })
  })

  test('is never told by somebody hidden: two open ones are not joined through what is closed', () => {
    expect(found([open(1), open(2), closed(3)], tie(1, 3), tie(2, 3))).toEqual({ 1: 1, 2: 2, 3: 1 })
    expect(found([open(1), open(2), sensitive(3)], tie(1, 3), tie(2, 3))).toEqual({ 1: 1, 2: 2, 3: 1 })
    expect(found([sensitive(1), sensitive(2), both(3)], tie(1, 3), tie(2, 3))).toEqual({ 1: 1, 2: 2, 3: 1 })
  })

  test('never has the number of somebody hidden, where it is open', () => {
    expect(found([closed(1), open(2)], tie(1, 2))).toEqual({ 1: 2, 2: 2 })
    expect(found([both(1), sensitive(2)], tie(1, 2))).toEqual({ 1: 2, 2: 2 })
  })

  test('in two compartments, or sensitive and in a compartment, is two', () => {
    expect(found([closed(1), closed(2), sensitive(3)], tie(1, 3), tie(2, 3))).toEqual({ 1: 1, 2: 2, 3: 3 })
    expect(found([closed(1, 1), closed(2, 2)], tie(1, 2))).toEqual({ 1: 1, 2: 2 })
    expect(found([closed(1, 1), closed(2, 1)], tie(1, 2))).toEqual({ 1: 1, 2: 1 })
  })
})

const members = fc
  .array(
    fc.constantFrom(open, sensitive, closed, both, (id: number) => closed(id, 2)),
    { minLength: 2, maxLength: 9 },
  )
  .map((kinds) => kinds.map((make, at) => make(at + 1)))
const store = members.chain((all) => {
  const id = fc.integer({ min: 1, max: all.length })
  const ties = fc.array(fc.tuple(id, id), { maxLength: 14 })
  return fc.record({ all: fc.constant(all), ties: ties.map((pairs) => pairs.map(([a, b]) => tie(a, b))) })
})

/** As a set of sets: who is one with whom. */
const together = (all: readonly Member[], identities: ReadonlyMap<number, number>) =>
  all.flatMap((one) =>
    all.filter((other) => identities.get(one.id) === identities.get(other.id)).map((other) => `${one.id}=${other.id}`),
  )

describe('Whatever the ties', () => {
  test('whoever sees some of the parties finds them one or two by the ties that they see alone', () => {
    fc.assert(
      fc.property(store, fc.boolean(), fc.subarray([1, 2]), ({ all, ties }, cleared, inside) => {
        const seen = all.filter(
          ({ marking, compartment }) =>
            (cleared || marking === 'OFFICIAL') && (compartment === null || inside.includes(compartment)),
        )
        const ids = new Set(seen.map(({ id }) => id))
        const theirs = whoIsOne(
          seen,
          ties.filter(({ left, right }) => ids.has(left) && ids.has(right)),
        )
        expect(together(seen, whoIsOne(all, ties))).toEqual(together(seen, theirs))
      }),
      { numRuns: 2_000 },
    )
  })

  test('their order and their number do not matter, and without any everybody is themselves', () => {
    fc.assert(
      fc.property(store, ({ all, ties }) => {
        const once = found(all, ...ties)
        expect(found(all.toReversed(), ...ties.toReversed(), ...ties)).toEqual(once)
        expect(found(all)).toEqual(Object.fromEntries(all.map(({ id }) => [id, id])))
      }),
    )
  })
})
