import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getCivilDate } from '#calculations/calendar/civil-date.ts'
import { keysOf } from '#platform/edge.ts'
import { isStage, stageAfter, STAGES } from './fnd04-stages.ts'
import { ENTRY_STATUSES, notAhead, statusOf, type Entry } from './fnd05-inspectorate.ts'
import { answerProblem } from './fnd06-answer.ts'
import { lifeOf, lifeWords } from './fnd10-lives.ts'
import { dueProblem } from './fnd11-due.ts'
import { shortTitle } from './short-title.ts'

const day = getCivilDate
const entry = (on: string, status: Entry['status']): Entry => ({ on: day(on), status })

describe('FND04 The force’s own stages', () => {
  test('work begins, a claim that held is evidenced, one against the measure only claimed', () => {
    expect(stageAfter('not-started', 'start')).toBe('in-progress')
    expect(stageAfter('in-progress', 'claim-held')).toBe('evidenced')
    expect(stageAfter('in-progress', 'claim-overridden')).toBe('claimed')
    expect(stageAfter('evidenced', 'withdraw-claim')).toBe('in-progress')
  })
  test('a second claim while one stands is refused, and taking back what nobody claimed', () => {
    expect(stageAfter('claimed', 'claim-held')).toMatchObject({ rule: 'FND04' })
    expect(stageAfter('evidenced', 'claim-overridden')).toMatchObject({ rule: 'FND04' })
    expect(stageAfter('in-progress', 'withdraw-claim')).toMatchObject({ rule: 'FND04' })
  })
  test('no act goes back to “not started”, and work that goes on does not undo a claim', () => {
    const acts = ['start', 'claim-held', 'claim-overridden', 'withdraw-claim'] as const
    for (const stage of keysOf(STAGES)) {
      for (const act of acts) expect(stageAfter(stage, act)).not.toBe('not-started')
      expect(stage === 'not-started' || stageAfter(stage, 'start') === stage).toBe(true)
    }
    expect([isStage('claimed'), isStage('complete')]).toEqual([true, false])
  })
})

describe('FND05 The inspectorate’s status is its own', () => {
  const KENT = [
    entry('2017-03-03', 'awaiting-review'),
    entry('2018-04-04', 'being-progressed'),
    entry('2018-08-24', 'comment'),
    entry('2018-09-18', 'complete'),
  ]
  test('what its tracker said last; a comment changes nothing', () => {
    expect(statusOf([])).toBe('awaiting-review')
    expect(statusOf(KENT.slice(0, 3))).toBe('being-progressed')
    expect(statusOf(KENT)).toBe('complete')
  })
  test('a line that is entered late for an earlier day does not undo what came after', () => {
    expect(statusOf([...KENT, entry('2018-01-01', 'awaiting-review')])).toBe('complete')
    expect(statusOf([entry('2018-01-01', 'complete'), entry('2018-01-01', 'being-progressed')])).toBe(
      'being-progressed',
    )
  })
  test('the order of entering matters only within a day', () => {
    const lines = fc.uniqueArray(
      fc.record({
        on: fc.nat(900).map((days) => addDays(day('2017-01-01'), days)),
        status: fc.constantFrom(...keysOf(ENTRY_STATUSES)),
      }),
      { selector: ({ on }) => on, maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (entries, order) => {
        const shuffled = entries
          .map((each) => [order.next().value ?? 0, each] as const)
          .toSorted((a, b) => a[0] - b[0])
          .map(([, each]) => each)
        expect(statusOf(shuffled)).toBe(statusOf(entries))
      }),
    )
  })
  test('no line is of a day to come', () => {
    expect(notAhead(day('2026-11-24'), day('2026-11-23'))).toMatchObject({ rule: 'FND05' })
    expect(notAhead(day('2026-11-23'), day('2026-11-23'))).toBeNull()
  })
})

test('FND06 anything short of acceptance says why', () => {
  expect(answerProblem('accepted', null)).toBeNull()
  expect(answerProblem('partly', null)).toContain('accepted in part')
  expect(answerProblem('declined', null)).toContain('FND06')
  expect(answerProblem('declined', 'It was done in 2015')).toBeNull()
})

describe('FND10 How long a recommendation lives', () => {
  const today = day('2018-12-18')
  const lines = (...each: readonly (readonly [string, Entry['status']])[]) =>
    each.map(([on, status]) => entry(on, status))
  test('14 to 18 months to the end, and one still open after 21', () => {
    const cumbria = lines(['2017-03-03', 'awaiting-review'], ['2018-06-11', 'complete'])
    const sussex = lines(['2017-03-03', 'awaiting-review'], ['2018-05-03', 'complete'])
    const kent = lines(['2017-03-03', 'awaiting-review'], ['2018-09-18', 'complete'])
    const devon = lines(['2017-03-03', 'awaiting-review'], ['2018-03-27', 'being-progressed'])
    expect([cumbria, sussex, kent, devon].map((each) => lifeOf(each, today)?.months)).toEqual([15, 14, 18, 21])
    expect(lifeOf(devon, today)).toMatchObject({ to: null, long: true, status: 'being-progressed' })
    expect(lifeOf(kent, today)).toMatchObject({ to: '2018-09-18', long: true })
  })
  test('what was completed and opened again is open; without a line there is no life', () => {
    const again = lines(
      ['2017-03-03', 'awaiting-review'],
      ['2018-01-01', 'complete'],
      ['2018-02-01', 'being-progressed'],
    )
    expect(lifeOf(again, today)).toMatchObject({ to: null, months: 21 })
    expect(lifeOf([], today)).toBeNull()
  })
  test('in words', () => {
    expect(lifeWords({ months: 18, to: '2018-09-18' })).toBe('18 months')
    expect(lifeWords({ months: 21, to: null })).toBe('21 months, still open')
    expect(lifeWords({ months: 0, to: null })).toBe('less than a month, still open')
  })
})

test('FND11 a date of the report is not moved, and none is set in the past', () => {
  const today = day('2026-11-23')
  expect(dueProblem(null, day('2027-03-01'), today)).toBeNull()
  expect(dueProblem(day('2017-09-30'), day('2027-03-01'), today)).toMatchObject({ rule: 'FND11' })
  expect(dueProblem(null, day('2026-11-22'), today)).toMatchObject({ rule: 'FND11' })
})

test('the title of a finding is its first words, without “the force should”, cut at a word', () => {
  expect(shortTitle('The force should count the files that wait.')).toBe('Count the files that wait')
  expect(shortTitle('Barsetshire Police should meet the harbour masters.')).toBe('Meet the harbour masters')
  expect(shortTitle('The force should tell each victim what was done. There should be a day for it.')).toBe(
    'Tell each victim what was done',
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(shortTitle(text).length).toBeLessThanOrEqual(92)
    }),
  )
})
