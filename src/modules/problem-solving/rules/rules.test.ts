import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { settingsOn } from '../reference/settings.ts'
import { isVictimReported } from './pop01-victim-reported.ts'
import { isProposedAgain } from './pop02-grown-again.ts'
import { gate, missingAt, type GateFacts } from './pop04-gates.ts'
import { mayMove, stageAfter, STAGES, WORKED } from './pop05-stages.ts'
import { another, hasRankFor, ranked } from './pop06-who.ts'
import { evidenceProblem } from './pop07-evidence-or-reason.ts'
import { closing, isCheckedAfter } from './pop08-closing.ts'
import { PLAN_QUALITY } from './pop09-quality.ts'
import { reopening } from './pop10-reopening.ts'
import { effectProblem, effectWords } from './pop11-effect.ts'
import { heldAfter } from './pop12-checks.ts'
import { findTactic } from '#kernel/tactics/tactics.ts'
import { failingProblem, mayChoose } from './tac01-known-to-fail.ts'
import { unworkedIn } from './con01-unworked.ts'
import { consistencySince } from './con02-year.ts'
import { aimStands, stillWorkedOn } from './pop13-worked-on.ts'
import { standingOf } from './pop14-standing.ts'
import { keysOf } from '#platform/edge.ts'

const day = getCivilDate

test('POP01: what victims and callers report counts, what searches find does not', () => {
  expect(['burglary', 'anti-social-behaviour'].every(isVictimReported)).toBe(true)
  expect(['drugs', 'possession-of-weapons', 'stop-and-search'].some(isVictimReported)).toBe(false)
})

describe('POP02: a pattern that was decided on comes again', () => {
  const then = { firstOn: day('2025-11-24'), lastOn: day('2026-11-23'), count: 12 }
  const settings = { quietDays: 28 }
  test('when it grew by more than chance, and not before the quiet days are over', () => {
    expect(isProposedAgain(then, 4, day('2026-12-21'), settings)).toBe(true)
    expect(isProposedAgain(then, 2, day('2026-12-21'), settings)).toBe(false)
    expect(isProposedAgain(then, 9, day('2026-12-20'), settings)).toBe(false)
  })
  test('never at the rate that it had, however long it goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 12 }), (count, years) => {
        const today = day(`${2026 + years}-11-23`)
        return !isProposedAgain({ ...then, count }, count * years, today, settings)
      }),
      { numRuns: 60 },
    )
  })
  test('by settings with a day from which they are in force', () => {
    expect(settingsOn(day('2026-11-23')).quietDays).toBe(28)
    expect(() => settingsOn(day('2009-12-31'))).toThrow(RangeError)
  })
})

const WHOLE: GateFacts = {
  owner: 'ellis',
  objective: 'Fewer burglaries of student houses',
  measure: 'Burglaries',
  baselineFrom: '2025-11-01',
  baselineTo: '2026-10-31',
  targetPercent: 20,
  targetOn: '2027-05-31',
  whoHarmed: 'Students',
  events: 'Burglaries by an open window',
  whenWhere: 'Abbey Road, in the first weeks of term',
  inYear: 31,
  cheers: ['community', 'harm', 'expectation', 'events', 'recurring', 'similar'],
  cheersReason: null,
  dataSources: ['crimes', 'visit'],
  sides: ['Students', null, 'Windows on the ground floor'],
  hypotheses: [{ standing: 'supported' }],
  responses: [{ dueOn: '2027-01-31', dropped: false }],
  approved: true,
  delivered: 'Yes',
  treatedBefore: 31,
  treatedAfter: 12,
  verdict: 'cannot-say',
  lessons: 'Locks that landlords pay for',
}

describe('POP04: a stage is left when what it must show is there', () => {
  test('each gate is open with all of it', () => {
    for (const stage of WORKED) expect([stage, gate(stage, WHOLE)]).toEqual([stage, null])
  })
  test.each([
    ['objective', { targetPercent: null }, 'by how much'],
    ['objective', { owner: null }, 'an owner'],
    ['scanning', { cheers: WHOLE.cheers.slice(1) }, 'CHEERS'],
    ['scanning', { dataSources: ['crimes', 'crimes'] }, 'second source'],
    ['analysis', { hypotheses: [] }, 'can be tested'],
    ['analysis', { hypotheses: [{ standing: 'unknown' }, { standing: 'refuted' }] }, 'supports'],
    ['analysis', { sides: ['Students', null, null] }, 'two sides'],
    ['response', { responses: [{ dueOn: '2027-01-31', dropped: true }] }, 'a response'],
    ['response', { responses: [{ dueOn: null, dropped: false }] }, 'due date'],
    ['response', { approved: false }, 'approval'],
    ['assessment', { treatedAfter: null }, 'numbers'],
    ['assessment', { verdict: null }, 'verdict'],
  ] as const)('%s is not left without %s', (stage, without, words) => {
    const found = gate(stage, { ...WHOLE, ...without })
    expect(found?.rule).toBe('POP04')
    expect(found?.message).toContain(words)
  })
  test('five of the six of CHEERS do with a reason; nought in a year is a number', () => {
    expect(gate('scanning', { ...WHOLE, cheers: ['harm'], cheersReason: 'It has only begun', inYear: 0 })).toBeNull()
  })
  test('what is added never closes a gate', () => {
    const bare = { ...WHOLE, hypotheses: [], cheers: [], sides: [null, null, null], responses: [], approved: false }
    for (const stage of WORKED)
      expect(missingAt(stage, WHOLE).length).toBeLessThanOrEqual(missingAt(stage, bare).length)
  })
})

describe('POP05: stages', () => {
  test('are gone through in order; back only from the assessment; nothing closes from the response', () => {
    expect(WORKED.slice(0, 4).map((stage) => stageAfter(stage, 'advance'))).toEqual(WORKED.slice(1))
    expect(stageAfter('assessment', 'back')).toBe('analysis')
    expect(stageAfter('analysis', 'back')).toMatchObject({ rule: 'POP05' })
    expect(stageAfter('response', 'close')).toMatchObject({ rule: 'POP05' })
    expect(stageAfter('assessment', 'close')).toBe('closed')
    expect(stageAfter('closed', 'reopen')).toBe('analysis')
  })
  test('a rejected plan goes nowhere, and nobody accepts twice', () => {
    for (const move of ['accept', 'reject', 'advance', 'back', 'hold', 'close', 'reopen'] as const)
      expect(mayMove('rejected', move)).toBe(false)
    expect(keysOf(STAGES).filter((stage) => mayMove(stage, 'accept'))).toEqual(['proposed'])
  })
})

describe('POP06: who decides', () => {
  test('a supervisor accepts, a commander approves and closes, an analyst neither', () => {
    expect([hasRankFor('accept', ['supervisor']), hasRankFor('accept', ['officer', 'analyst'])]).toEqual([true, false])
    expect([hasRankFor('close', ['commander']), hasRankFor('close', ['supervisor'])]).toEqual([true, false])
    expect(ranked('approve', { account: 'a', roles: ['supervisor'] })?.message).toContain('Area commander')
  })
  test('nobody decides on what is their own', () => {
    expect(another('ellis', { account: 'ellis', roles: [] }, 'Yours.')?.rule).toBe('POP06')
    expect(another('ellis', { account: 'hale', roles: [] }, 'Yours.')).toBeNull()
    expect(another(null, { account: null, roles: [] }, 'Yours.')).toBeNull()
  })
})

test('POP07: a response has evidence or a reason for none, one of the two', () => {
  expect(evidenceProblem('A review of locks', null, false)).toBeNull()
  expect(evidenceProblem(null, 'Nobody has studied it', false)).toBeNull()
  expect(evidenceProblem(null, null, true)).toBeNull()
  expect(evidenceProblem('A review of locks', null, true)).toBeNull()
  expect(evidenceProblem(null, null, false)).toHaveProperty('evidenceLink')
  expect(evidenceProblem('A review', 'None', false)).toHaveProperty('noEvidenceReason')
  expect(evidenceProblem(null, 'None', true)).toHaveProperty('noEvidenceReason')
})

describe('TAC01: a tactic that is known to fail', () => {
  const [harmful, idle, works] = [findTactic('prison-visits'), findTactic('unfocused-beats'), findTactic('cctv')]
  test('is chosen by rank only', () => {
    for (const tactic of [harmful, idle]) {
      expect(mayChoose(tactic, ['supervisor', 'officer'])).toMatchObject({ rule: 'TAC01' })
      expect(mayChoose(tactic, ['commander'])).toBeNull()
    }
    expect(mayChoose(works, ['officer'])).toBeNull()
    expect(mayChoose(null, ['officer'])).toBeNull()
  })
  test('has a reason, and no other choice has one', () => {
    expect(failingProblem(harmful, null)).toHaveProperty('failingReason')
    expect(failingProblem(harmful, 'A trial with its own comparison')).toBeNull()
    expect(failingProblem(works, 'Because')).toHaveProperty('failingReason')
    expect(failingProblem(works, null)).toBeNull()
    expect(failingProblem(null, null)).toBeNull()
  })
})

describe('POP08: how a plan ends', () => {
  const at = (stage: 'analysis' | 'response' | 'assessment', more: Partial<GateFacts> = {}, openActions = 0) => ({
    stage,
    plan: { ...WHOLE, ...more },
    openActions,
  })
  test('what claims an effect rests on an assessment, and says no more than it', () => {
    expect(closing('reduced', at('assessment'))).toBeNull()
    expect(closing('reduced', at('assessment', { verdict: 'worse' }))?.rule).toBe('POP08')
    expect(closing('worse', at('assessment', { verdict: 'worse' }))).toBeNull()
    expect(closing('resolved', at('assessment', { verdict: 'no-difference' }))?.rule).toBe('POP08')
    expect(closing('reduced', at('assessment', { lessons: null }))?.message).toContain('what was learnt')
    expect(closing('reduced', at('analysis'))?.rule).toBe('POP08')
  })
  test('other ends need none; nothing closes from the response, or with an action open', () => {
    expect(closing('abandoned', at('analysis', { verdict: null }))).toBeNull()
    expect(closing('abandoned', at('response'))?.rule).toBe('POP05')
    expect(closing('abandoned', at('analysis', {}, 1))?.message).toContain('An action is open')
  })
  test('only what was solved is checked afterwards', () => {
    expect(['resolved', 'reduced'].map((one) => isCheckedAfter(one === 'resolved' ? 'resolved' : 'reduced'))).toEqual([
      true,
      true,
    ])
    expect([isCheckedAfter('no-change'), isCheckedAfter('merged')]).toEqual([false, false])
  })
})

describe('POP09: quality', () => {
  const answers = (values: readonly number[]) =>
    Object.fromEntries(PLAN_QUALITY.items.map(({ code }, at) => [code, values[at] ?? 0]))
  test('good enough from 24 of 40 with no nought', () => {
    expect(PLAN_QUALITY.suggest(answers([3, 3, 3, 3, 2, 2, 2, 2, 2, 2]))).toBe('good')
    expect(PLAN_QUALITY.suggest(answers([3, 3, 3, 2, 2, 2, 2, 2, 2, 2]))).toBe('not-yet')
    expect(PLAN_QUALITY.suggest(answers([4, 4, 4, 4, 4, 4, 4, 4, 4, 0]))).toBe('not-yet')
  })
})

test('POP10: a plan is opened again within six months, to the day', () => {
  expect(reopening(day('2026-05-23'), day('2026-11-23'))).toBeNull()
  expect(reopening(day('2026-05-22'), day('2026-11-23'))?.rule).toBe('POP10')
  expect(reopening(day('2026-08-31'), day('2027-02-28'))).toBeNull()
  expect(reopening(day('2026-08-31'), day('2027-03-01'))?.rule).toBe('POP10')
})

describe('POP11: a verdict says no more than its counts', () => {
  const counts = (before: number | null, after: number | null, elsewhere: readonly [number, number] | null) => ({
    treatedBefore: before,
    treatedAfter: after,
    comparisonBefore: elsewhere?.[0] ?? null,
    comparisonAfter: elsewhere?.[1] ?? null,
  })
  test.each([
    ['better where it is shown', counts(60, 30, [60, 58]), 'better', null],
    ['not better where it is not', counts(60, 55, [60, 58]), 'better', 'verdict'],
    ['not better with too few before', counts(9, 3, [60, 58]), 'better', 'verdict'],
    ['not better with nowhere to compare', counts(60, 30, null), 'better', 'verdict'],
    ['worse where it is shown', counts(30, 70, [60, 58]), 'worse', null],
    ['nothing of both sides where one is missing', counts(60, null, null), 'cannot-say', 'treatedAfter'],
    ['“cannot be said” always', counts(9, 3, null), 'cannot-say', null],
    ['“no difference” always', counts(60, 55, [60, 58]), 'no-difference', null],
  ] as const)('%s', (_, facts, verdict, field) => {
    const problem = effectProblem({ ...facts, verdict })
    expect(problem === null ? null : Object.keys(problem)[0]).toBe(field)
  })
  test('and says in words what the counts show', () => {
    expect(effectWords({ ...counts(60, 30, [60, 58]), verdict: null })).toContain('better than where nothing was done')
    expect(effectWords({ ...counts(9, 3, [60, 58]), verdict: null })).toContain('not evaluable')
    expect(effectWords({ ...counts(60, 30, null), verdict: null })).toContain('−50 in a hundred')
    expect(effectWords({ ...counts(null, null, null), verdict: null })).toBeNull()
  })
})

test('POP12: whether it held is what the last telling check says', () => {
  expect(heldAfter([])).toBe('not-checked')
  expect(
    heldAfter([
      { months: 3, held: 'held' },
      { months: 6, held: 'cannot-say' },
    ]),
  ).toBe('held')
  expect(
    heldAfter([
      { months: 6, held: 'not-held' },
      { months: 3, held: 'held' },
    ]),
  ).toBe('not-held')
  expect(heldAfter([{ months: 3, held: 'cannot-say' }])).toBe('cannot-say')
})

test('POP13: a plan is written in while it is worked on, and the aim stands once the response is approved', () => {
  expect(keysOf(STAGES).filter((stage) => stillWorkedOn(stage) === null)).toEqual([...WORKED])
  expect(aimStands('response', true)?.rule).toBe('POP13')
  expect([aimStands('response', false), aimStands('analysis', true)]).toEqual([null, null])
})

test('POP14: how a plan stands to its times', () => {
  const facts = { open: true, overdue: 0, targetOn: '2026-11-23', today: '2026-11-23' }
  expect(standingOf(facts)).toBe('on-time')
  expect(standingOf({ ...facts, overdue: 1 })).toBe('late')
  expect(standingOf({ ...facts, overdue: 2 })).toBe('very-late')
  expect(standingOf({ ...facts, targetOn: '2026-11-22' })).toBe('very-late')
  expect(standingOf({ ...facts, overdue: 3, open: false })).toBe('none')
})

describe('CON01: a pattern that nobody works on', () => {
  const pattern = (id: string, area: number, type: 'burglary' | 'damage', rows = 4) => ({ id, area, type, rows })
  test('is of a sort that no open plan of its own area is of; the largest stands first', () => {
    const waiting = [pattern('a', 1, 'burglary'), pattern('b', 1, 'damage'), pattern('c', 1, 'damage', 9)]
    expect(unworkedIn(waiting, [{ area: 1, type: 'burglary' }])).toEqual([
      { area: 1, waiting: 3, unworked: [waiting[2], waiting[1]] },
    ])
    expect(unworkedIn(waiting, [{ area: 2, type: 'damage' }])).toMatchObject([{ unworked: { length: 3 } }])
    expect(
      unworkedIn(waiting, [
        { area: 1, type: 'burglary' },
        { area: 1, type: 'damage' },
      ]),
    ).toEqual([])
  })
  test('puts the area with most of them first', () => {
    const waiting = [pattern('a', 1, 'burglary'), pattern('b', 2, 'damage'), pattern('c', 2, 'burglary')]
    expect(unworkedIn(waiting, []).map(({ area }) => area)).toEqual([2, 1])
  })
})

test('CON02: consistency is judged by from the first of the month twelve months ago', () => {
  expect(consistencySince(day('2026-11-23'))).toBe('2025-11-01')
  expect(consistencySince(day('2024-02-29'))).toBe('2023-02-01')
})
