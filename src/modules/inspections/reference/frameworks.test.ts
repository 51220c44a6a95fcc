import { describe, expect, it } from 'vitest'
import { findFramework, FRAMEWORKS } from './frameworks.ts'
import type { Framework } from './framework.ts'
import { matchQuestion } from './match-question.ts'

function framework(year: number): Framework {
  const found = findFramework(year)
  if (found === undefined) throw new Error(`no framework for ${year}`)
  return found
}

describe('Frameworks of inspection', () => {
  it('are one for every year in which reports were published, and have codes that are unique', () => {
    const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2027]
    expect(years.map((year) => findFramework(year)?.code ?? null)).toEqual([
      null,
      'PEEL2014',
      'PEEL2015',
      'PEEL2016',
      'PEEL2017',
      'PEEL2018-19',
      'PEEL2018-19',
      null,
      'PAF2021-22',
      'PAF2021-22',
      'PAF2023-25',
      'PAF2023-25',
      'PAF2025-27',
      'PAF2025-27',
    ])
    for (const { questions } of FRAMEWORKS) {
      const codes = questions.flatMap(({ code, diagnostics }) => [code, ...diagnostics.map((each) => each.code)])
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('have the questions and grades that the notes give them', () => {
    const count = (year: number, grading: string): number =>
      framework(year).questions.filter((question) => question.grading === grading).length
    expect([2014, 2015, 2016].map((year) => framework(year).questions.length)).toEqual([6, 4, 5])
    expect([count(2014, 'graded'), count(2014, 'narrative')]).toEqual([3, 3])
    expect([count(2016, 'graded'), count(2016, 'ungraded')]).toEqual([4, 1])
    expect(framework(2016).questions.flatMap(({ diagnostics }) => diagnostics)).toHaveLength(13)
    expect(framework(2016).grades).not.toContain('Adequate')
    expect(framework(2021).grades).toContain('Adequate')
    expect(framework(2025).questions.map(({ mark }) => mark)).toEqual(['seen', ...Array<string>(6).fill('unverified')])
  })
})

describe('Which question a heading is', () => {
  it.each([
    [2016, 'How effective is the force at tackling organised and serious crime?', 'E4'],
    [2016, 'HOW EFFECTIVE IS THE CONSTABULARY AT INVESTIGATING CRIME AND REDUCING REOFFENDING?', 'E2'],
    [2016, 'How well does Barsetshire Police prevent crime and tackle antisocial behaviour', 'E1'],
    [2018, 'How effective are the constabulary’s specialist capabilities?', 'E5'],
    [2015, 'How effective is the force at investigating crime and managing offenders?', 'E2'],
    [2014, 'How effective is the force at reducing crime and preventing offending?', 'E1'],
    [2014, 'How effective is the force at tackling anti-social behaviour?', 'E3'],
    [2014, 'How well does the force meet the Strategic Policing Requirement', 'E6'],
    [2025, 'Leadership and force management', '1'],
    [2025, 'How good is the force at protecting vulnerable people?', '6'],
  ])('of %i: “%s” is %s', (year, heading, code) => {
    expect(matchQuestion(framework(year), heading)?.code).toBe(code)
  })

  it('is none for the heading of the page, and none for what another framework asks', () => {
    const page = 'How effective is the force at keeping the county safe and reducing its crime?'
    for (const each of FRAMEWORKS) expect(matchQuestion(each, page)).toBeUndefined()
    expect(matchQuestion(framework(2016), 'How well is the Strategic Policing Requirement met?')).toBeUndefined()
  })

  it('finds each question of a framework by its own title, where the title has the words', () => {
    for (const { questions, ...rest } of FRAMEWORKS) {
      const found = questions.map(({ title }) => matchQuestion({ ...rest, questions }, title)?.code)
      const wrong = questions.filter(({ code }, index) => found[index] !== undefined && found[index] !== code)
      expect(wrong).toEqual([])
    }
  })
})
