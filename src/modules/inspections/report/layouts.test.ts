import { describe, expect, it } from 'vitest'
import { Invalid } from '#platform/errors/errors.ts'
import type { ReadReport, Warning } from './model.ts'
import { readReport } from './read-report.ts'
import { reportJson } from './report-json.ts'
import { HEADINGS, OPENING, reportWith, WHOLE_REPORT } from './testing.ts'

const findingsOf = ({ questions }: ReadReport): unknown[] =>
  questions.flatMap(({ findings }) => findings.map(({ kind, text, due, parent }) => [kind, text, due, parent]))
const warned = ({ warnings }: ReadReport): [Warning['rule'], number][] => warnings.map(({ rule, line }) => [rule, line])
const refusal = (text: string): string => {
  try {
    readReport(text)
  } catch (error) {
    if (error instanceof Invalid) return error.fields['report'] ?? ''
  }
  return ''
}

describe('A report in the layout of 2016: narrative, then bullets', () => {
  const read = readReport(WHOLE_REPORT.join('\n'))
  it('has its force, year, pillar, five questions and their findings, and no grade', () => {
    expect(read).toMatchObject({
      force: 'Barsetshire',
      year: 2016,
      pillar: 'Effectiveness',
      framework: 'PEEL2016',
      warnings: [],
    })
    expect(read.questions.map(({ number, code, findings, grade }) => [number, code, findings.length, grade])).toEqual([
      [1, 'E1', 1, null],
      [2, 'E2', 2, null],
      [3, 'E3', 0, null],
      [4, 'E4', 1, null],
      [5, 'E5', 0, null],
    ])
    expect(read.overall).toMatchObject({ title: OPENING[2], grade: null, narrative: [], findings: [] })
  })

  it('offers warnings, claims and words of grades, each as it stands', () => {
    expect(
      read.candidates.filter(({ kind }) => kind === 'observation').map(({ question, text }) => [question, text]),
    ).toEqual([
      [1, 'However, it should tell its neighbours about it.'],
      [2, 'Some files wait for months, which is too long.'],
      [3, 'The force should continue to watch how many cases each of them carries.'],
    ])
    expect(
      read.candidates.filter(({ kind }) => kind === 'grade').map(({ question, grade }) => [question, grade]),
    ).toEqual([
      [1, 'Good'],
      [2, null],
      [3, null],
      [4, null],
      [5, null],
    ])
    expect(read.candidates.find(({ kind, question }) => kind === 'assertion' && question === 5)?.text).toContain(
      'on the moor',
    )
    for (const { text, line } of read.candidates) expect(WHOLE_REPORT[line - 1]).toContain(text)
  })

  it('prints as the command line promises', () => {
    const printed = reportJson(read)
    expect(Object.keys(printed)).toEqual([
      'force',
      'year',
      'pillar',
      'pillarGrade',
      'questions',
      'candidates',
      'warnings',
    ])
    expect(printed.questions[1]).toEqual({
      number: 2,
      title: HEADINGS.investigate,
      grade: null,
      findings: [
        { kind: 'afi', text: 'The force should count the files that wait.', due: null },
        {
          kind: 'afi',
          text: 'The force should tell each victim what was done. There should be a day for it.',
          due: null,
        },
      ],
    })
  })
})

describe('Other layouts', () => {
  it('bullets before the narrative, and a list inside the narrative that is no finding', () => {
    const read = readReport(
      reportWith(
        'Good',
        'Areas for improvement',
        '• Count files.',
        'The force looks at:',
        '• carts;',
        '• boats.',
        'It is calm.',
      ),
    )
    expect(findingsOf(read)).toEqual([['afi', 'Count files.', null, null]])
    expect(read.questions[0]).toMatchObject({
      grade: 'Good',
      narrative: ['The force looks at:', '- carts;', '- boats.', 'It is calm.'],
    })
    expect(read.warnings).toEqual([])
  })

  it('a grade on its own line under a date, of the pillar where it stands under the heading of the page', () => {
    const read = readReport(
      [
        ...OPENING,
        'Last updated 02/03/2017',
        'Requires improvement',
        'It is slow.',
        HEADINGS.protect,
        'Good. It is kind.',
      ].join('\n'),
    )
    expect([read.overall.grade, read.questions[0]?.grade, read.published?.date]).toEqual([
      'Requires improvement',
      'Good',
      '2017-03-02',
    ])
    expect(warned(read)).toEqual([['INS07', 3]])
    expect(reportJson(read).pillarGrade).toBe('Requires improvement')
  })

  it('a question that was not inspected again', () => {
    const read = readReport(reportWith('Not inspected this year. The earlier grade and findings stand.'))
    expect(read.questions[0]).toMatchObject({ grade: null, standing: { line: 5 } })
    expect(read.candidates.map(({ kind }) => kind)).toEqual(['grade'])
    expect(warned(read)).toEqual([['INS08', 5]])
  })

  it('causes of concern with their recommendations and hard dates', () => {
    const read = readReport(
      reportWith(
        'Published on 2 March 2017',
        'Cause of concern',
        'The cells flood.',
        'It has happened twice.',
        'Recommendations',
        'To answer this, the force should immediately:',
        '- move the prisoners;',
        '- no later than September 2017, mend the roof.',
        'Recommendation',
        '- By 31 March 2018 the force should report.',
        'Areas for improvement',
        '- Dry the books within three months.',
      ),
    )
    expect(findingsOf(read)).toEqual([
      ['cause-of-concern', 'The cells flood.\nIt has happened twice.', null, null],
      ['recommendation', 'move the prisoners;', '2017-03-02', 0],
      ['recommendation', 'no later than September 2017, mend the roof.', '2017-09-30', 0],
      ['recommendation', 'By 31 March 2018 the force should report.', '2018-03-31', 0],
      ['afi', 'Dry the books within three months.', '2017-06-02', null],
    ])
    expect(read.warnings).toEqual([])
  })

  it('a time that runs from the day of an update, with a doubt', () => {
    const read = readReport(
      reportWith(
        'Last updated 02/03/2017',
        'Good',
        'Areas for improvement',
        '- The force should, within three months, count.',
      ),
    )
    expect(findingsOf(read)).toEqual([['afi', 'The force should, within three months, count.', '2017-06-02', null]])
    expect(warned(read)).toEqual([['INS12', 5]])
  })

  it('a cause of concern that leads into its recommendations itself, and one without any', () => {
    const read = readReport(
      reportWith(
        'Accelerated cause of concern',
        'The gate is open. The force should immediately:',
        '- shut it.',
        'Cause of concern: it is dark.',
      ),
    )
    expect(findingsOf(read).map((finding) => (Array.isArray(finding) ? [finding[0], finding[3]] : null))).toEqual([
      ['cause-of-concern', null],
      ['recommendation', 0],
      ['cause-of-concern', null],
    ])
    expect(read.questions[0]?.findings[0]?.urgent).toBe(true)
    expect(warned(read).filter(([rule]) => rule === 'INS11')).toEqual([['INS11', 8]])
  })

  it('bullets within a bullet, and a sentence that leads into the list', () => {
    const read = readReport(
      reportWith(
        'Areas for improvement',
        'The force should, by May 2018:',
        '• keep count of:',
        '  – carts;',
        '  – boats;',
        '• mend the roof.',
      ),
    )
    expect(read.questions[0]?.findings).toMatchObject([
      { text: 'keep count of:\n- carts;\n- boats;', due: '2018-05-31', leadIn: 'The force should, by May 2018:' },
      { text: 'mend the roof.', due: '2018-05-31' },
    ])
    expect(read.warnings).toEqual([])
  })

  it('numbered questions, a stray label, page furniture and contents', () => {
    const read = readReport(
      [
        'Home',
        'Barsetshire Police PEEL 2018/19',
        'Contents',
        `1. ${HEADINGS.prevent}`,
        `2. ${HEADINGS.investigate}`,
        'Effectiveness',
        `1. ${HEADINGS.prevent}`,
        'Barsetshire Police is',
        'Good',
        'It is calm.',
        'Back to top',
        '3',
        `2. ${HEADINGS.investigate}`,
        'Good',
      ].join('\n'),
    )
    expect(read.questions.map(({ number, grade, narrative }) => [number, grade, narrative])).toEqual([
      [1, 'Good', ['It is calm.']],
      [2, 'Good', []],
    ])
    expect(warned(read)).toEqual([['INS03', 8]])
  })

  it('older headings, without a question mark, of a constabulary', () => {
    const read = readReport(
      [
        'Barsetshire PEEL 2014',
        'Effectiveness',
        'How well the force tackles crime',
        'How well does the constabulary investigate offending',
        'Good',
      ].join('\n'),
    )
    expect(read.questions).toMatchObject([{ number: 2, code: 'E2', grade: 'Good' }])
  })

  it('areas of a report of the whole force, each right above its grade', () => {
    const read = readReport(
      [
        'PEEL 2021/22: Barsetshire Police',
        'Investigating crime',
        'Adequate',
        'It is slow.',
        'Area for improvement',
        'The force should count.',
      ].join('\n'),
    )
    expect(read).toMatchObject({ pillar: null, year: 2021, period: '2021/22' })
    expect(read.questions).toMatchObject([{ number: 1, title: 'Investigating crime', grade: 'Adequate', code: null }])
    expect(warned(read)).toEqual([
      ['INS06', 2],
      ['INS09', 6],
    ])
  })
})

describe('What cannot be read is refused or flagged in words', () => {
  it.each([
    ['no text', '', 'no text'],
    ['no title', [...OPENING.slice(1), HEADINGS.protect].join('\n'), 'No title'],
    ['no year', ['Barsetshire PEEL', HEADINGS.protect].join('\n'), 'Line 1 speaks of PEEL'],
    ['no question', 'Barsetshire PEEL 2016\nEffectiveness\nGood', 'No question'],
    ['two reports', `${reportWith('Good')}\nWestshire PEEL 2016\n${HEADINGS.protect}`, 'Two reports'],
    ['two pillars', `${reportWith('Good')}\nEfficiency\nHow efficient is the force?`, 'Two pillars'],
  ])('%s', (_, text, words) => expect(refusal(text)).toContain(words))

  it.each<[string, readonly string[], [Warning['rule'], number][]]>([
    ['bullets under no heading', ['It is calm.', '- Count files.', '- Mend carts.'], [['INS10', 6]]],
    ['a heading with nothing under it', ['Good.', 'Areas for improvement'], [['INS09', 6]]],
    ['a list of another year', ['Areas for improvement from our 2015 report', '- Count files.'], [['INS09', 5]]],
    [
      'two lists in one question',
      ['Areas for improvement', '- One.', 'Areas for improvement', '- Two.'],
      [['INS09', 7]],
    ],
    ['a list that was announced', ['The force looks at:', 'Carts are old.'], [['INS10', 5]]],
    ['a list that breaks off', ['Areas for improvement', '- count files; and'], [['INS10', 6]]],
    ['grades that disagree', ['Good', 'Outstanding. It is.'], [['INS07', 5]]],
    ['a grade of later years', ['Adequate', 'It is.'], [['INS07', 5]]],
    ['nothing under a question', [], [['INS06', 4]]],
    ['a question twice', ['Good', HEADINGS.investigate, 'It is calm.'], [['INS06', 6]]],
    [
      'a question of another year',
      ['Good', 'How well is the Strategic Policing Requirement met?', 'Good'],
      [['INS06', 6]],
    ],
    ['a cause of concern told elsewhere', ['One cause of concern remains.'], [['INS11', 5]]],
  ])('%s', (_, lines, expected) => expect(warned(readReport(reportWith(...lines)))).toEqual(expected))

  it('an unknown pillar, with the heading that it was taken from', () => {
    const read = readReport(['Barsetshire PEEL 2016', 'Readiness', OPENING[2], HEADINGS.protect, 'Good'].join('\n'))
    expect(read.warnings[0]?.text).toBe(
      '“Readiness” is not a pillar that is known. It was taken as Effectiveness, by the first heading.',
    )
  })
})
