import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HELD, OUTCOMES } from '#kernel/tactics/ends.ts'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { markOf } from '#kernel/tactics/tactic.ts'
import { findTactic, isKnownToFail, TACTICS } from '#kernel/tactics/tactics.ts'
import { keysOf } from '#platform/edge.ts'
import { ownResult } from './tac02-own-result.ts'

describe('The library', () => {
  test('has each tactic once, under a code that may stand in an address', () => {
    expect(TACTICS).toHaveLength(42)
    expect(new Set(TACTICS.map(({ code }) => code)).size).toBe(TACTICS.length)
    expect(new Set(TACTICS.map(({ name }) => name)).size).toBe(TACTICS.length)
    for (const { code } of TACTICS) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('says of seven that the direction of their effect was seen, and of no other', () => {
    const seen = TACTICS.filter((tactic) => markOf(tactic) === 'seen').map(({ code }) => code)
    expect(seen.toSorted()).toEqual([
      'cctv',
      'mentoring',
      'neighbourhood-watch',
      'prison-visits',
      'second-responders',
      'street-lighting',
      'wide-home-security',
    ])
  })

  test('knows nine that fail', () => {
    const failing = TACTICS.filter(isKnownToFail).map(({ code }) => code)
    expect(failing.toSorted()).toEqual([
      'after-school-clubs',
      'boot-camps',
      'community-policing',
      'custody',
      'perpetrator-programmes',
      'police-in-schools',
      'prison-visits',
      'second-responders',
      'unfocused-beats',
    ])
    expect(findTactic('horoscopes')).toBeNull()
  })

  test('has something for each sort of problem', () => {
    for (const type of keysOf(PROBLEM_TYPES)) expect(TACTICS.some(({ types }) => types.includes(type))).toBe(true)
  })
})

describe('TAC02: the force’s own result with a tactic', () => {
  test('counts plans by how they ended and whether it held', () => {
    const uses = [
      { ended: false, outcome: null, held: 'not-checked' },
      { ended: true, outcome: 'reduced', held: 'held' },
      { ended: true, outcome: 'no-change', held: 'not-checked' },
      { ended: true, outcome: 'transferred', held: 'not-checked' },
    ] as const
    expect(ownResult(uses)).toEqual({ used: 4, open: 1, better: 1, notBetter: 1, otherwise: 1, held: 1, notHeld: 0 })
  })

  test('leaves no plan out and counts none twice', () => {
    const use = fc.record({
      ended: fc.boolean(),
      outcome: fc.constantFrom(null, ...keysOf(OUTCOMES)),
      held: fc.constantFrom(...keysOf(HELD)),
    })
    fc.assert(
      fc.property(fc.array(use), (uses) => {
        const { used, open, better, notBetter, otherwise } = ownResult(uses)
        expect(open + better + notBetter + otherwise).toBe(used)
        expect(used).toBe(uses.length)
      }),
    )
  })
})
