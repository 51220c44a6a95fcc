import { describe, expect, it } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { cleanLines } from './ins01-clean-text.ts'
import { brokenWidth, joinLines } from './ins02-joined-lines.ts'
import { isFurniture } from './ins03-furniture.ts'
import { findInspected, findTitle } from './ins04-title.ts'
import { findPillar } from './ins05-pillar.ts'
import { findHeading, isPageHeading } from './ins06-headings.ts'
import { findGradeLine, findOpeningGrade } from './ins07-grade.ts'
import { isStanding } from './ins08-standing.ts'
import { findBlock, isDoubtfulBlock } from './ins09-blocks.ts'
import { findBullet } from './ins10-bullets.ts'
import { findDue } from './ins12-due.ts'
import { warningWords } from './ins13-observations.ts'
import { claimWords } from './ins14-assertions.ts'
import { gradeWords } from './ins15-grade-words.ts'
import { findPublished } from './published.ts'
import { reportLines } from './report-lines.ts'
import { sentencesOf } from './sentences.ts'

const joined = (text: string): readonly string[] => {
  const { lines } = reportLines(text)
  return joinLines(lines, brokenWidth(lines)).map((piece) => piece.text)
}

describe('INS01 Clean text', () => {
  it('reads any line end, space, ligature and mark', () => {
    const texts = cleanLines('\uFEFFe\u00ADffi\u00ADcient\r\n\u2022\u00A0\tDo  it\u2028o\uFB03cer\u200B\rend').map(
      ({ text }) => text,
    )
    expect(texts).toEqual(['efficient', '• Do it', 'officer', 'end'])
  })

  it.each([
    '',
    ' \r\n\u00A0\uFEFF',
    '%PDF-1.7 …',
    'PK\u0003\u0004',
    '<!DOCTYPE html><p>x',
    'a\u0000b',
    '\uFFFD\uFFFD\uFFFDab',
  ])('refuses %j in words', (text) => expect(() => cleanLines(text)).toThrow(Invalid))
})

describe('INS02 Lines that are broken are joined', () => {
  const wrapped = [
    'The force has three stations, and each of them keeps a book in which',
    'every visitor is written down. The books are read on Mondays by the',
    'sergeant.',
    'It has no car.',
    '- The force should buy a horse, for the hills are steep and the anti-',
    'social sheep run fast. It should be paid for by the town.',
    '– a second bullet',
  ]
  it('at the width of the paper, words broken at a hyphen too', () => {
    expect(joined(wrapped.join('\n'))).toEqual([
      `${wrapped[0]} ${wrapped[1]} sergeant.`,
      'It has no car.',
      'The force should buy a horse, for the hills are steep and the anti-social sheep run fast. It should be paid for by the town.',
      'a second bullet',
    ])
  })

  it('drops a hyphen from a word that the text has whole, and a soft one always', () => {
    expect(
      joined(
        'A problem is known to all the people there. The prob-\nlem is old, and so is the well and the tow\u00AD\ner.',
      ),
    ).toEqual(['A problem is known to all the people there. The problem is old, and so is the well and the tower.'])
  })

  it('over the end of a page, its number and its running title', () => {
    const page = [...wrapped.slice(0, 2), '', '7', '', ...wrapped.slice(2)]
    expect(joined(page.join('\n'))).toEqual(joined(wrapped.join('\n')))
  })

  it('leaves lines that are paragraphs alone', () => {
    expect(joined('Crime fell.\nStaff grew.\n•\nCount it.')).toEqual(['Crime fell.', 'Staff grew.', 'Count it.'])
  })
})

describe('INS03 Page furniture is not the report', () => {
  it.each([
    'Back to top',
    'Contents',
    'Page 3 of 40',
    '12',
    'Next page',
    'Share this page',
    '-----',
    'How? ........ 14',
  ])('“%s” is furniture', (text) => expect(isFurniture(text)).toBe(true))
  it.each(['Share of cases that were closed', 'home.', '2016.', 'Good', 'Next steps were agreed.'])(
    '“%s” is not',
    (text) => expect(isFurniture(text)).toBe(false),
  )
  it('gives the day of publication', () => {
    expect(findPublished('Last updated 02/03/2017', 4)).toEqual({ date: '2017-03-02', says: 'last updated', line: 4 })
    expect(findPublished('Published on: 2 March 2017', 1)?.date).toBe('2017-03-02')
    expect(findPublished('Published figures fell by 31/02/2017', 1)).toBeUndefined()
  })
})

describe('INS04 Title: force and year', () => {
  it.each([
    ['Thames Valley PEEL 2016', 'Thames Valley', 2016, '2016'],
    ['PEEL 2016: Thames Valley Police', 'Thames Valley', 2016, '2016'],
    ['PEEL: Police effectiveness 2016 – An inspection of Dyfed-Powys Police', 'Dyfed-Powys', 2016, '2016'],
    ['Devon & Cornwall Police – PEEL assessment 2018/19', 'Devon & Cornwall', 2018, '2018/19'],
    ['City of London PEEL 2021 / 22', 'City of London', 2021, '2021/22'],
  ])('%s', (text, force, year, period) => expect(findTitle(text)).toEqual({ force, year, period }))

  it('is no sentence and no menu', () => {
    for (const text of ['We said so in PEEL 2015.', 'What is PEEL?', 'Kent 2017'])
      expect(findTitle(text)).toBeUndefined()
    expect(findTitle('PEEL: Police effectiveness 2016')?.force).toBeNull()
    expect(findInspected('An inspection of the City of London Police')).toBe('City of London')
  })
})

describe('INS05 to INS10 Lines that stand for themselves', () => {
  it('INS05 names the pillar', () => {
    expect(['Effectiveness', 'PEEL: Legitimacy', 'Police efficiency 2016'].map(findPillar)).toEqual([
      'Effectiveness',
      'Legitimacy',
      'Efficiency',
    ])
    expect(['effectiveness', 'Effectiveness has grown.', 'Readiness'].map(findPillar)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('INS06 tells a question from a sentence, and from the heading of the page', () => {
    expect(findHeading('3. How effective is the force at it?')).toEqual({
      title: 'How effective is the force at it?',
      number: 3,
      rest: null,
    })
    expect(findHeading('How well the force keeps count')?.number).toBeNull()
    expect(findHeading('How effective is it? Good')?.rest).toBe('Good')
    for (const text of [
      'How well this works is told below.',
      'How good is it? It is good.',
      'However it is',
      'how it is',
    ]) {
      expect(findHeading(text)).toBeUndefined()
    }
    expect(isPageHeading('How effectively does the force keep people safe and reduce crime?')).toBe(true)
    expect(isPageHeading('How well the force tackles crime')).toBe(true)
    expect(isPageHeading('How well does the force tackle serious and organised crime?')).toBe(false)
  })

  it('INS07 takes a grade from its own line or a sentence of its own, and from nothing else', () => {
    expect(
      ['Good', 'REQUIRES IMPROVEMENT.', 'Judgment: Good', 'good', 'Good at it', 'Good, but'].map(findGradeLine),
    ).toEqual(['Good', 'Requires improvement', 'Good', undefined, undefined, undefined])
    expect(
      ['Outstanding. It is.', 'Requires improvement.', 'Good at first;', 'Good, but'].map(findOpeningGrade),
    ).toEqual(['Outstanding', 'Requires improvement', undefined, undefined])
  })

  it('INS08 knows an earlier grade that stands', () => {
    expect(isStanding('Not inspected in 2017. The earlier grade stands.')).toBe(true)
    expect(
      isStanding('This question was not subject to detailed inspection; our judgment of 2017 has been carried over.'),
    ).toBe(true)
    expect(isStanding('Devices are not inspected in time.')).toBe(false)
  })

  it('INS09 knows headings of findings, in any case', () => {
    expect(
      ['AREA FOR IMPROVEMENT:', 'Recommendation 2', 'Causes of concern (2)', 'Innovative practice'].map(
        (text) => findBlock(text)?.lists,
      ),
    ).toEqual(['afi', 'recommendation', 'cause-of-concern', 'practice'])
    expect(findBlock('Accelerated cause of concern')?.urgent).toBe(true)
    expect(findBlock('Area for improvement: keep count.')?.inline).toBe('keep count.')
    expect(findBlock('Recommendations were made')).toBeUndefined()
    expect(isDoubtfulBlock('Areas for improvement from our 2015 report')).toBe(true)
    expect(isDoubtfulBlock('Areas for improvement from 2015 were met.')).toBe(false)
  })

  it('INS10 knows bullets', () => {
    for (const text of ['- Do it', '• Do it', '•Do it', '* Do it', '– Do it', '1. Do it', '(a) Do it', 'o Do it']) {
      expect(findBullet(text)?.text).toBe('Do it')
    }
    for (const text of ['-5 per cent', '2016. The force', 'e.g. cases', 'A. Smith'])
      expect(findBullet(text)).toBeUndefined()
  })
})

describe('INS12 Date by which', () => {
  const published = getCivilDate('2017-03-02')
  it.each([
    ['The force should, by 31 March 2018, do it.', '2018-03-31'],
    ['By 31st March, 2018 the force should do it.', '2018-03-31'],
    ['The force should do it by 31/03/2018.', '2018-03-31'],
    ['It should be done no later than September 2017.', '2017-09-30'],
    ['It should be done by the end of February 2020.', '2020-02-29'],
    ['It should be done by the end of 2018.', '2018-12-31'],
    ['It should be done before March 2018.', '2018-02-28'],
    ['The force should immediately do it.', '2017-03-02'],
    ['Within three months, the force should do it.', '2017-06-02'],
    ['The force should do it within 28 days.', '2017-03-30'],
  ])('%s', (text, date) => expect(findDue(text, published)).toMatchObject({ date, problem: null }))

  it('keeps the words and says why where there is no date', () => {
    expect(findDue('The force should immediately do it.', null)).toMatchObject({ date: null, words: 'immediately' })
    for (const text of [
      'Do it by spring 2018.',
      'Do it by 2018.',
      'Do it by 31 February 2018.',
      'Ensure that victims are told immediately.',
    ]) {
      expect(findDue(text, published)).toMatchObject({ date: null, problem: expect.any(String) })
    }
    expect(findDue('Do it by May 2018 and by June 2018.', published)).toMatchObject({
      date: '2018-05-31',
      problem: expect.any(String),
    })
    expect(findDue('Work by officers in section 2 is good; within 24 hours it is done.', published)).toBeNull()
    expect(findDue('To answer this, the force should, within six months:', published, true)?.date).toBe('2017-09-02')
  })
})

describe('INS13 to INS15 What a person is asked about', () => {
  it('tells warnings, claims and words of grades apart', () => {
    expect(warningWords('It is good, but the force should continue to monitor it.')).toBe('but')
    expect(warningWords('The force is good.')).toBeNull()
    expect(claimWords('There are exercises every spring.')).not.toBeNull()
    expect(claimWords('Crime is counted by calendar year.')).toBeNull()
    expect(
      ['Good at it; yes.', 'The force is generally good at it.', 'It requires improvement.', 'It has a good plan.'].map(
        gradeWords,
      ),
    ).toEqual(['Good', 'Good', 'Requires improvement', null])
    expect(sentencesOf('Mr. Smith went, e.g. to Kent. He “stayed.” Why?')).toEqual([
      'Mr. Smith went, e.g. to Kent.',
      'He “stayed.”',
      'Why?',
    ])
  })
})
