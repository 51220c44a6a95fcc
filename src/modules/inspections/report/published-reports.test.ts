import { describe, expect, it } from 'vitest'
import type { ReadReport } from './model.ts'
import { readReport } from './read-report.ts'
import { findSharedReport } from './testing.ts'

/** Reads a published text that is kept beside the project, or leaves the test, saying so. */
function withReport(name: string, check: (read: ReadReport, text: string) => void): void {
  it(`${name} is read as a careful reader would`, (context) => {
    const text = findSharedReport(name)
    if (text === null) return context.skip('not there (set FRANKPLEDGE_SHARED_DATA to the folder that has it)')
    check(readReport(text), text)
  })
}

const perQuestion = ({ questions }: ReadReport): unknown[] =>
  questions.map(({ code, grade, findings }) => [code, grade, findings.length])

describe('Published reports', () => {
  withReport('thames-valley-2016-effectiveness.txt', (read, text) => {
    expect(read).toMatchObject({ force: 'Thames Valley', year: 2016, pillar: 'Effectiveness', warnings: [] })
    expect(perQuestion(read)).toEqual([
      ['E1', null, 1],
      ['E2', null, 4],
      ['E3', null, 0],
      ['E4', null, 3],
      ['E5', null, 0],
    ])
    expect(read.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(read.questions.map(({ narrative }) => narrative.length)).toEqual([4, 4, 5, 4, 3])
    const bullets = text.split(/\r?\n/).filter((line) => line.startsWith('- '))
    const findings = read.questions.flatMap((question) => question.findings)
    expect(findings.map((finding) => `- ${finding.text}`)).toEqual(bullets)
    expect(findings.every(({ kind, due }) => kind === 'afi' && due === null)).toBe(true)

    const observed = read.candidates.filter(({ kind }) => kind === 'observation')
    expect(
      observed.find(({ question, text }) => question === 3 && text.includes('continue to monitor workloads')),
    ).toBeDefined()
    expect(
      observed.find(({ question, text }) => question === 1 && text.includes('knowledge is retained')),
    ).toBeDefined()
    expect(observed.filter(({ question }) => question === 5)).toEqual([])
    const asserted = read.candidates.filter(({ kind, question }) => kind === 'assertion' && question === 5)
    expect(asserted).toHaveLength(9)
    expect(read.candidates.filter(({ kind }) => kind === 'grade').map(({ question }) => question)).toEqual([
      1, 2, 3, 4, 5,
    ])
    for (const candidate of read.candidates) expect(text).toContain(candidate.text)
  })

  withReport('bedfordshire-2018.digest.txt', (read) => {
    expect(perQuestion(read)).toEqual([
      ['E1', 'Good', 2],
      ['E2', null, 0],
    ])
    expect(read.candidates.find(({ kind }) => kind === 'grade')).toMatchObject({ question: 2, grade: 'Good' })
    expect(read.warnings).toEqual([])
  })

  withReport('durham-2016.digest.txt', (read) => {
    expect(perQuestion(read)).toEqual([
      ['E1', 'Outstanding', 0],
      ['E2', null, 0],
    ])
    expect(read.candidates.filter(({ kind }) => kind === 'grade')).toMatchObject([{ question: 2, grade: 'Good' }])
  })

  withReport('kent-2017.digest.txt', (read) => {
    expect(perQuestion(read)).toEqual([
      ['E1', null, 0],
      ['E2', 'Good', 1],
      ['E3', 'Good', 0],
    ])
    expect(read.questions[0]?.standing?.text).toContain('stand')
    expect(
      read.candidates.filter(({ kind }) => kind === 'grade').map(({ question, grade }) => [question, grade]),
    ).toEqual([[1, null]])
    expect(read.warnings.map(({ rule }) => rule)).toEqual(['INS08'])
  })

  withReport('thames-valley-2015.digest.txt', (read) => {
    expect(read).toMatchObject({ force: 'Thames Valley', year: 2015, questions: [], published: { date: '2016-02-18' } })
    expect(read.overall).toMatchObject({ grade: 'Good', findings: [] })
    expect(read.overall.narrative).toHaveLength(2)
    expect(read.warnings.map(({ rule }) => rule)).toEqual(['INS06', 'INS07'])
  })

  withReport('west-midlands-2016.digest.txt', (read) => {
    expect(read).toMatchObject({ force: 'West Midlands', questions: [], published: { date: '2017-03-02' } })
    expect(read.overall).toMatchObject({ grade: 'Good', findings: [] })
    expect(read.candidates.some(({ kind, text }) => kind === 'observation' && text.includes('causes of concern'))).toBe(
      true,
    )
    expect(read.warnings.map(({ rule }) => rule)).toEqual(['INS06', 'INS07', 'INS11'])
  })
})
