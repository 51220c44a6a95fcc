import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { keysOf } from '#platform/edge.ts'
import { colourOf, type ColourFacts, type Freshness } from './fnd01-colour.ts'
import { claimOf, missingForClaim } from './fnd02-claim.ts'
import { RANKS, rankOf } from './fnd03-rank.ts'
import { MEASURE_STATES, measureStateOf } from './fnd07-linked-measure.ts'
import { INSPECTORATE_STATUSES } from './fnd05-inspectorate.ts'

const today = getCivilDate('2026-11-23')
const holding = {
  name: 'Plans with all stages',
  state: 'holding',
  words: 'It has been at least 80% for 6 months.',
} as const
const GREEN: ColourFacts = {
  measures: [holding],
  evidence: 'fresh',
  due: null,
  inspectorate: 'awaiting-review',
  claimHeld: false,
}

const states = keysOf(MEASURE_STATES)
const freshness: readonly Freshness[] = ['fresh', 'ageing', 'stale', 'none']
const anyFacts: fc.Arbitrary<ColourFacts> = fc.record({
  measures: fc.array(
    fc.record({ name: fc.constant('M'), state: fc.constantFrom(...states), words: fc.constant('Words.') }),
    { maxLength: 4 },
  ),
  evidence: fc.constantFrom(...freshness),
  due: fc.option(fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days))),
  inspectorate: fc.constantFrom(...keysOf(INSPECTORATE_STATUSES)),
  claimHeld: fc.boolean(),
})

describe('FND01 Colour follows from measures, evidence and date', () => {
  test('green: every linked measure holds and the evidence is fresh', () => {
    expect(colourOf(GREEN, today)).toEqual({
      colour: 'green',
      reasons: ['Plans with all stages: It has been at least 80% for 6 months.', 'The evidence is fresh.'],
    })
  })
  test('amber by itself when evidence ages or a measure slips', () => {
    expect(colourOf({ ...GREEN, evidence: 'ageing' }, today)).toEqual({
      colour: 'amber',
      reasons: ['The evidence is ageing.'],
    })
    const slipping = { name: 'Days waiting', state: 'slipping', words: 'October was 31 days.' } as const
    expect(colourOf({ ...GREEN, measures: [holding, slipping] }, today)).toEqual({
      colour: 'amber',
      reasons: ['Days waiting: October was 31 days.'],
    })
  })
  test('red when the evidence is stale, or the date has passed', () => {
    expect(colourOf({ ...GREEN, evidence: 'stale' }, today).colour).toBe('red')
    expect(colourOf({ ...GREEN, due: addDays(today, -1) }, today)).toEqual({
      colour: 'red',
      reasons: ['It was due yesterday.'],
    })
    expect(colourOf({ ...GREEN, due: today }, today).colour).toBe('green')
    expect(colourOf({ ...GREEN, due: addDays(today, -40) }, today).reasons).toEqual(['It was due 40 days ago.'])
  })
  test('a date that has passed is met by a claim that held, or by the inspectorate', () => {
    const late = { ...GREEN, due: addDays(today, -40) }
    expect(colourOf({ ...late, claimHeld: true }, today).colour).toBe('green')
    expect(colourOf({ ...late, inspectorate: 'complete' }, today).colour).toBe('green')
  })
  test('“not yet measurable” where no measure is linked, or none can be computed', () => {
    expect(colourOf({ ...GREEN, measures: [] }, today)).toEqual({
      colour: 'grey',
      reasons: ['No measure is linked yet.'],
    })
    const none = { name: 'Read rate', state: 'not-measurable', words: 'Nothing has been measured yet.' } as const
    expect(colourOf({ ...GREEN, measures: [none] }, today).reasons).toEqual(['No linked measure can be computed yet.'])
    expect(colourOf({ ...GREEN, measures: [holding, none] }, today)).toEqual({
      colour: 'amber',
      reasons: ['Read rate: Nothing has been measured yet.'],
    })
  })
  test('nothing is green that is not measured, whatever else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { colour, reasons } = colourOf(facts, today)
        const shown = facts.measures.length > 0 && facts.measures.every(({ state }) => state === 'holding')
        expect(colour === 'green' ? shown && facts.evidence === 'fresh' : true).toBe(true)
        expect(reasons.length).toBeGreaterThan(0)
        if (facts.evidence === 'stale') expect(colour).toBe('red')
        if (facts.measures.every(({ state }) => state === 'not-measurable')) expect(['grey', 'red']).toContain(colour)
      }),
    )
  })
  test('a day that passes never makes it better', () => {
    const order = { green: 0, grey: 1, amber: 1, red: 2 } as const
    fc.assert(
      fc.property(anyFacts, fc.nat(800), (facts, days) => {
        const later = colourOf(facts, addDays(today, days)).colour
        expect(order[later]).toBeGreaterThanOrEqual(order[colourOf(facts, today).colour])
      }),
    )
  })
})

describe('FND02 “It is met” needs what shows it, or rank and reason', () => {
  const missed = {
    measures: [{ name: 'Days waiting', state: 'not-held', words: 'October was 31 days.' }],
    evidence: 'ageing',
  } as const
  test('measures that hold and fresh evidence: the claim is held, and needs no reason', () => {
    expect(claimOf(GREEN, ['inspection-lead'], 'because')).toEqual({ held: true, rank: null, reason: null })
  })
  test('otherwise it is refused, in words that say what is missing', () => {
    expect(claimOf(missed, ['inspection-lead'], 'We are sure')).toMatchObject({
      rule: 'FND02',
      message: expect.stringContaining('Days waiting: October was 31 days. The evidence is ageing.'),
    })
    expect(claimOf({ measures: [], evidence: 'none' }, ['inspection-lead'], null)).toMatchObject({
      message: expect.stringContaining('No measure is linked. There is no evidence.'),
    })
  })
  test('a chief officer may claim it against the measure, with a reason, and only with one', () => {
    expect(claimOf(missed, ['chief-officer'], 'The device was repaired')).toEqual({
      held: false,
      rank: 'Chief officer',
      reason: 'The device was repaired',
    })
    expect(claimOf(missed, ['chief-officer'], null)).toMatchObject({ rule: 'FND02' })
  })
  test('a claim is held exactly when it would be green but for its date', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const green = colourOf({ ...facts, due: null }, today).colour === 'green'
        expect(missingForClaim(facts).length === 0).toBe(green)
        const claim = claimOf(facts, ['officer'], 'any reason')
        expect('held' in claim ? claim.held : 'refused').toBe(green ? true : 'refused')
      }),
    )
  })
})

describe('FND03 Who may say so against the measure', () => {
  test('a chief officer, or whoever stands above the inspection lead', () => {
    expect(rankOf(['chief-officer'])).toBe('Chief officer')
    expect(rankOf(['supervisor', 'inspection-lead'])).toBe('Supervisor of the inspection lead')
    expect(rankOf(['commander', 'inspection-lead'])).toBe('Commander in charge of inspections')
  })
  test('nobody else, an inspection lead least of all', () => {
    for (const role of ['inspection-lead', 'supervisor', 'commander', 'administrator', 'visiting-inspector'])
      expect(rankOf([role])).toBeNull()
    expect(rankOf([])).toBeNull()
    expect(RANKS.every(({ roles }) => roles.length > 0)).toBe(true)
  })
})

test('FND07 a measure of which no figure has a value is not measurable, whatever is made of the empty series', () => {
  expect(measureStateOf([], 'holding')).toBe('not-measurable')
  expect(measureStateOf([null, null], 'not-held')).toBe('not-measurable')
  expect(measureStateOf([null, 3], 'not-held')).toBe('not-held')
})
