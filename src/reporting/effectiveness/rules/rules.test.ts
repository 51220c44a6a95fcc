import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { FindingSummary, Judgement, Statement } from '#modules/inspections/index.ts'
import { backingOf, best, claimsOn, isUnproved, type ClaimFacts } from './eff01-claims.ts'
import { weakestAndBest, type Ranked } from './eff02-weakest.ts'
import { drawSample, inOrder } from './eff03-sample.ts'
import { highest } from './eff04-marking.ts'
import { shorteningProblem, termProblem } from './vis01-term.ts'
import { guestProblem } from './vis03-guest.ts'

const judgement: Judgement = {
  question: 'PEEL2016/E1',
  text: 'Good work.',
  grade: 'Good',
  by: 'Ms Voss',
  at: '2026-11-23T12:00:00Z',
  version: 1,
}
const strength = (age: 'fresh' | 'stale' | null): Statement => ({
  id: '00000000-0000-4000-8000-000000000001',
  question: 'PEEL2016/E1',
  kind: 'strength',
  text: 'Teams meet.',
  by: 'Ms Voss',
  at: '2026-11-23T12:00:00Z',
  marking: 'OFFICIAL',
  evidence:
    age === null ? null : { id: '00000000-0000-4000-8000-000000000002', title: 'Visit', observedOn: '2026-11-01', age },
  withdrawn: null,
  version: 1,
})
const facts = (over: Partial<ClaimFacts>): ClaimFacts => ({
  question: 'PEEL2016/E1',
  judgement: null,
  statements: [],
  findings: [],
  evidence: [],
  ...over,
})
const claimed = (claim: FindingSummary['claim'], freshness: FindingSummary['evidence']['freshness']) =>
  ({
    id: '00000000-0000-4000-8000-000000000003',
    title: 'Plans',
    claim,
    evidence: { freshness, newest: null, count: 0 },
  }) satisfies Pick<FindingSummary, 'id' | 'title' | 'claim' | 'evidence'>

describe('EFF01: what the force claims', () => {
  it('is a judgement with a grade, worth the freshest evidence on the question', () => {
    expect(claimsOn(facts({ judgement }))).toMatchObject([{ kind: 'judgement', backing: 'none' }])
    expect(claimsOn(facts({ judgement, evidence: ['stale', 'ageing'] }))).toMatchObject([{ backing: 'ageing' }])
    expect(claimsOn(facts({ judgement: { ...judgement, grade: null } }))).toEqual([])
  })

  it('is each strength that stands, worth its own evidence; never a gap', () => {
    const gap: Statement = { ...strength('fresh'), kind: 'gap' }
    const gone = { ...strength('fresh'), withdrawn: { at: '2026-11-23T12:00:00Z', by: 'x', reason: 'x' } }
    const claims = claimsOn(facts({ statements: [strength('fresh'), strength(null), gap, gone], evidence: ['fresh'] }))
    expect(claims.map(({ backing }) => backing)).toEqual(['fresh', 'none'])
  })

  it('is each finding that is said to be met, whether or not its measure held', () => {
    const findings = [claimed('held', 'fresh'), claimed('overridden', 'stale'), claimed('none', 'fresh')]
    const claims = claimsOn(facts({ findings }))
    expect(claims.map((claim) => [claim.backing, isUnproved(claim)])).toEqual([
      ['fresh', false],
      ['stale', true],
    ])
  })

  it('rests on the best of its evidence, and withdrawn evidence is none', () => {
    expect([best([]), best(['stale', 'fresh'])]).toEqual(['none', 'fresh'])
    expect([backingOf('withdrawn'), backingOf(undefined), backingOf('ageing')]).toEqual(['none', 'none', 'ageing'])
  })
})

describe('EFF02: the weakest area and the best', () => {
  const question = (code: string, over: Partial<Ranked> = {}): Ranked => ({
    code,
    ours: 'Good',
    theirs: null,
    standing: { red: 0, amber: 0, grey: 0, green: 0 },
    gaps: 0,
    ...over,
  })

  it.each<[string, readonly Ranked[], string, string | null]>([
    ['by the lower of the two grades', [question('a'), question('b', { theirs: 'Inadequate' })], 'b', 'a'],
    [
      'then by findings that need somebody',
      [question('a'), question('b', { standing: { red: 1, amber: 0, grey: 0, green: 0 } })],
      'b',
      'a',
    ],
    ['then by gaps', [question('a', { gaps: 1 }), question('b')], 'a', 'b'],
    ['without a grade between good and requires improvement', [question('a', { ours: null }), question('b')], 'a', 'b'],
    ['one alone is the weakest', [question('a')], 'a', null],
  ])('%s', (_case, questions, weakest, theBest) => {
    expect(weakestAndBest(questions)).toEqual({ weakest, best: theBest })
  })

  it('of none is nothing', () => expect(weakestAndBest([])).toBeNull())
})

describe('EFF03: a sample', () => {
  const ids = fc.uniqueArray(
    fc.nat(5000).map((n) => `occurrence:${n}`),
    { maxLength: 80 },
  )
  const seeds = fc.record({ inspector: fc.nat(999_999_999), force: fc.nat(999_999_999) })

  test('is the same for the same rows and numbers, in whatever order they came', () => {
    fc.assert(
      fc.property(ids, seeds, fc.nat(60), (rows, pair, size) => {
        const drawn = drawSample(rows, pair, size)
        expect(drawSample(rows.toReversed(), pair, size)).toEqual(drawn)
        expect(drawSample([...rows, ...rows], pair, size)).toEqual(drawn)
        expect(drawn).toHaveLength(Math.min(size, rows.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((id) => rows.includes(id))).toBe(true)
      }),
    )
  })

  test('of fewer is the beginning of the sample of more', () => {
    fc.assert(
      fc.property(ids, seeds, fc.nat(30), (rows, pair, size) => {
        expect(drawSample(rows, pair, size + 5).slice(0, size)).toEqual(drawSample(rows, pair, size))
      }),
    )
  })

  test('changes with either number, and takes every row as often as another', () => {
    const rows = Array.from({ length: 20 }, (_, n) => `occurrence:${n}`)
    expect(drawSample(rows, { inspector: 1, force: 2 }, 20)).not.toEqual(
      drawSample(rows, { inspector: 2, force: 1 }, 20),
    )
    const times = new Map<string, number>()
    for (let inspector = 0; inspector < 4000; inspector++)
      for (const id of drawSample(rows, { inspector, force: 7 }, 5)) times.set(id, (times.get(id) ?? 0) + 1)
    // 1,000 each, plus or minus four standard deviations.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(110)
  })

  test('is drawn from ids as people count them', () => {
    expect(inOrder(['o:10', 'o:9', 'o:9'])).toEqual(['o:9', 'o:10'])
  })
})

test('EFF04: a pack is marked as the highest of what is in it', () => {
  expect(highest([])).toBe('OFFICIAL')
  expect(highest(['OFFICIAL', 'OFFICIAL-SENSITIVE', 'OFFICIAL'])).toBe('OFFICIAL-SENSITIVE')
})

describe('VIS01 to VIS03: a visit', () => {
  const at = (text: string) => new Date(`2026-11-${text}:00Z`)
  const now = at('23T12:00')

  it.each([
    ['from Monday to Friday', at('23T09:00'), at('27T17:00'), null],
    ['that ends as it begins', at('23T13:00'), at('23T13:00'), 'end after'],
    ['that is over', at('20T09:00'), at('23T12:00'), 'over'],
    ['of fourteen days', at('16T12:00'), at('30T12:00'), null],
    ['of a minute more', at('16T11:59'), at('30T12:00'), 'at most 14 days'],
  ])('%s', (_case, from, to, problem) => {
    const found = termProblem({ from, to }, now)
    if (problem === null) expect(found).toBeNull()
    else expect(found?.message).toContain(problem)
  })

  it('is only ever made shorter', () => {
    const ends = at('27T17:00')
    expect(shorteningProblem(ends, at('27T12:00'), now)).toBeNull()
    expect(shorteningProblem(ends, at('27T18:00'), now)?.message).toContain('only made shorter')
    expect(shorteningProblem(ends, at('23T11:00'), now)?.message).toContain('End it now')
    expect(shorteningProblem(at('22T12:00'), at('21T12:00'), now)?.message).toContain('is over')
  })

  it('is of somebody who visits and is nothing besides', () => {
    const guest = { account: 'a', roles: ['visiting-inspector'], left: false, visiting: false }
    expect(guestProblem(guest, 'host')).toBeNull()
    expect(guestProblem(guest, 'a')?.message).toContain('themselves')
    expect(guestProblem({ ...guest, roles: ['officer'] }, 'host')?.message).toContain('no posting')
    expect(guestProblem({ ...guest, roles: ['officer', 'visiting-inspector'] }, 'host')?.message).toContain('another')
    expect(guestProblem({ ...guest, left: true }, 'host')?.message).toContain('no posting')
    expect(guestProblem({ ...guest, visiting: true }, 'host')?.message).toContain('a visit already')
  })
})
