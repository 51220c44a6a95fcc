import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from '../report/read-report.ts'
import { OPENING, reportWith, WHOLE_REPORT } from '../report/testing.ts'
import { differencesOf, differsAtAll } from './fnd08-same-report.ts'
import { choiceNames, planOf, type Choices } from './fnd09-choices.ts'

const whole = readReport(WHOLE_REPORT.join('\n'))
const planned = (choices: Choices = {}, report = whole) => {
  const result = planOf(report, choices, null)
  if ('errors' in result) throw new Error(JSON.stringify(result.errors))
  return result.plan
}

describe('FND09 What a person chose of a report', () => {
  test('nothing chosen: the report’s own findings, in its order, under its questions', () => {
    const { findings, questions } = planned()
    expect(findings.map(({ question, position }) => [question, position])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
      [4, 4],
    ])
    expect(questions.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5].map((number) => `PEEL2016/E${number}`))
  })
  test('a candidate that somebody took stands beside them, without a place in the report', () => {
    const index = whole.candidates.findIndex(({ text }) => text.includes('continue to watch'))
    const { findings } = planned({ [choiceNames.candidate(index)]: 'observation' })
    expect(findings).toHaveLength(5)
    expect(findings.at(-1)).toMatchObject({ kind: 'observation', question: 3, position: null })
  })
  test('none is made up: what is chosen is among what was offered, word for word', () => {
    const texts = new Set(whole.candidates.map(({ text }) => text))
    const answer = fc.constantFrom('leave', 'observation', 'assertion', 'nonsense', 7, null)
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
        const choices = Object.fromEntries(answers.map((each, index) => [choiceNames.candidate(index), each]))
        const taken = planned(choices).findings.filter(({ position }) => position === null)
        const wanted = answers
          .slice(0, whole.candidates.length)
          .filter((each) => each === 'observation' || each === 'assertion')
        expect(taken.every(({ text }) => texts.has(text))).toBe(true)
        expect(taken.length).toBeLessThanOrEqual(wanted.length)
      }),
    )
  })
  test('a finding of the whole page needs the question that it belongs to', () => {
    const page = readReport(
      [
        ...WHOLE_REPORT.slice(0, 3),
        'Areas for improvement',
        '- The force should sweep.',
        ...WHOLE_REPORT.slice(3),
      ].join('\n'),
    )
    expect(planOf(page, {}, null)).toEqual({ errors: { 'page-0-question': 'Choose the question that it belongs to' } })
    expect(planned({ 'page-0-question': '3' }, page).findings[0]).toMatchObject({
      question: 3,
      text: 'The force should sweep.',
    })
    expect(planOf(page, { 'page-0-question': '9' }, null)).toHaveProperty('errors')
  })
  test('a grade is the report’s own, or a candidate’s that somebody accepted', () => {
    const report = readReport(reportWith('Requires improvement', 'The force is slow.'))
    expect(planned({}, report).questions[0]?.grade).toBe('Requires improvement')
    const graded = whole.candidates.findIndex(({ kind }) => kind === 'grade')
    const before = planned().questions.map(({ grade }) => grade)
    expect(before.every((grade) => grade === null)).toBe(true)
    if (graded >= 0) {
      const { questions } = planned({ [choiceNames.candidate(graded)]: 'Good' })
      expect(questions.filter(({ grade }) => grade === 'Good')).toHaveLength(1)
    }
  })
  test('a recommendation knows its cause of concern', () => {
    const report = readReport(
      reportWith(
        'Cause of concern',
        'The force loses its files.',
        'Recommendations',
        '- The force should find them by 31 March 2018.',
      ),
    )
    const { findings } = planned({}, report)
    expect(findings.map(({ kind }) => kind)).toEqual(['cause-of-concern', 'recommendation'])
    expect(findings[1]).toMatchObject({
      due: '2018-03-31',
      parent: { position: 1, text: 'The force loses its files.' },
    })
  })
})

describe('FND08 The same report, or a mended copy of it', () => {
  const bullets = (...each: readonly string[]) =>
    readReport(reportWith('The force is slow.', 'Areas for improvement', ...each.map((bullet) => `- ${bullet}`)))
  test('a report beside itself differs in nothing', () => {
    expect(differsAtAll(differencesOf(whole, whole))).toBe(false)
  })
  test('one bullet more is added; one put right is gone and added; the order does not matter', () => {
    const before = bullets('The force should count its files.', 'The force should meet its neighbours.')
    const more = differencesOf(
      before,
      bullets('The force should count its files.', 'The force should meet its neighbours.', 'The force should sweep.'),
    )
    expect([more.added.length, more.gone.length]).toEqual([1, 0])
    const right = differencesOf(
      before,
      bullets('The force should count its file.', 'The force should meet its neighbours.'),
    )
    expect([right.added.length, right.gone.length]).toEqual([1, 1])
    const turned = differencesOf(
      before,
      bullets('The force should meet its neighbours.', 'The force should count its files.'),
    )
    expect([turned.added.length, turned.gone.length]).toEqual([0, 0])
  })
  test('of a mended copy only what is new is planned', () => {
    const [before, now] = [
      bullets('The force should sweep.'),
      bullets('The force should sweep.', 'The force should dust.'),
    ]
    const result = planOf(now, {}, differencesOf(before, now))
    expect('plan' in result && result.plan.findings.map(({ text }) => text)).toEqual(['The force should dust.'])
  })
  test('a question that the copy before did not have, and a grade', () => {
    const before = readReport(reportWith('The force is slow.'))
    const now = readReport(
      [...OPENING, ...WHOLE_REPORT.slice(3, 7), ...reportWith('Good', 'The force is slow.').split('\n').slice(3)].join(
        '\n',
      ),
    )
    const differences = differencesOf(before, now)
    expect(differences.questionsAdded).toEqual([1])
    expect(differences.grades).toEqual([{ question: 2, before: null, now: 'Good' }])
  })
})
