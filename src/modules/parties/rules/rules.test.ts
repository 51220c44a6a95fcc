import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { PARTY_KIND_NAMES } from '#kernel/parties/words.ts'
import { linkChoices } from './lnk01-by-hand.ts'
import { reviewProblem, reviewStanding, startProblem } from './mkr01-review.ts'
import { markersByHand } from './mkr04-by-hand.ts'
import { differences, type SourceWord } from '#kernel/parties/rules/pty01-sources-differ.ts'
import { ageWords, mayBeChild, type Birth } from './pty02-age.ts'
import { timesWords } from './pty04-times.ts'
import { whyNotDrawn } from './pty05-drawn.ts'

const TODAY = '2026-11-23'

const word = (
  party: number,
  birthDate: string | null,
  birthPrecision: SourceWord['birthPrecision'] = 'day',
  more = {},
) => ({
  party,
  birthDate,
  birthPrecision: birthDate === null ? null : birthPrecision,
  sex: null,
  diedOn: null,
  ...more,
})
const born = (date: string, precision: Birth['precision'] = 'day'): Birth => ({ date, precision })

describe('PTY01 Sources differ', () => {
  test.each([
    ['the same day', [word(1, '1990-03-02'), word(2, '1990-03-02')], false],
    ['day and month swapped', [word(1, '1990-03-02'), word(2, '1990-02-03')], true],
    ['a year that the day lies in', [word(1, '1990-03-02'), word(2, '1990-01-01', 'year')], false],
    ['another year', [word(1, '1990-03-02'), word(2, '1991-01-01', 'year')], true],
    ['another month', [word(1, '1990-03-02'), word(2, '1990-04-01', 'month')], true],
    ['a guess within two years', [word(1, '1990-03-02'), word(2, '1988-01-01', 'about')], false],
    ['a guess further off', [word(1, '1990-03-02'), word(2, '1987-01-01', 'about')], true],
    ['nothing said', [word(1, '1990-03-02'), word(2, null)], false],
  ])('of %s', (_what, words, differ) => {
    expect(differences(words).length > 0).toBe(differ)
  })

  test('shows every value with who says so, and chooses none', () => {
    const sexed = [
      word(1, null, null, { sex: 'female' }),
      word(2, null, null, { sex: 'male' }),
      word(3, null, null, { sex: 'female' }),
    ]
    expect(differences(sexed)).toEqual([
      {
        what: 'sex',
        values: [
          { value: 'female', parties: [1, 3] },
          { value: 'male', parties: [2] },
        ],
      },
    ])
  })
})

test('PTY02 An age is no better than its date of birth', () => {
  expect(ageWords(born('1990-11-23'), TODAY)).toBe('36')
  expect(ageWords(born('1990-11-24'), TODAY)).toBe('35')
  expect(ageWords(born('1990-01-01', 'year'), TODAY)).toBe('35 or 36')
  expect(ageWords(born('1990-03-01', 'month'), TODAY)).toBe('36')
  expect(ageWords(born('1990-01-01', 'about'), TODAY)).toBe('about 36')
  expect(ageWords(born('2008-02-29'), '2026-02-28')).toBe('17')
  expect(ageWords(born('2008-02-29'), '2026-03-01')).toBe('18')
})

test('PTY03 Who may be under 18 is taken for a child, to the day', () => {
  expect(mayBeChild([born('2008-11-23')], TODAY)).toBe(false)
  expect(mayBeChild([born('2008-11-24')], TODAY)).toBe(true)
  expect(mayBeChild([born('2008-01-01', 'year')], TODAY)).toBe(true)
  expect(mayBeChild([born('2007-01-01', 'year')], TODAY)).toBe(false)
  expect(mayBeChild([born('2007-01-01', 'about')], TODAY)).toBe(true)
  expect(mayBeChild([born('2006-01-01', 'about')], TODAY)).toBe(false)
  expect(mayBeChild([born('1990-01-01'), born('2010-01-01')], TODAY)).toBe(true)
  expect(mayBeChild([], TODAY)).toBe(false)
})

test('PTY04 How often is a count by role, in words', () => {
  expect(timesWords({ role: 'victim', total: 9, recent: 7 })).toBe('Victim 7 times in 12 months, 9 times in all')
  expect(timesWords({ role: 'victim', total: 7, recent: 7 })).toBe('Victim 7 times, all in the last 12 months')
  expect(timesWords({ role: 'suspect', total: 1, recent: 1 })).toBe('Suspect once, in the last 12 months')
  expect(timesWords({ role: 'witness', total: 1, recent: 0 })).toBe('Witness once, not in the last 12 months')
  expect(timesWords({ role: 'scene', total: 12, recent: 1 })).toBe('Scene once in 12 months, 12 times in all')
})

test('PTY05 No child and nobody protected is drawn', () => {
  expect(whyNotDrawn({ births: [born('2010-01-01')], protected: true }, TODAY)).toBe('child')
  expect(whyNotDrawn({ births: [], protected: true }, TODAY)).toBe('protected')
  expect(whyNotDrawn({ births: [born('1990-01-01')], protected: false }, TODAY)).toBeNull()
})

describe('MKR01 to MKR03 A marker and its review', () => {
  const day = getCivilDate
  test('is said to be due 28 days before, and over from the day after', () => {
    const standing = (on: string) => reviewStanding(day(on), day(TODAY))
    expect([standing('2026-12-22'), standing('2026-12-21'), standing(TODAY), standing('2026-11-22')]).toEqual([
      'later',
      'soon',
      'soon',
      'over',
    ])
  })

  test('has its review within a year of tomorrow, and begins by today', () => {
    const allowed = (on: string) => reviewProblem(day(on), day(TODAY)) === null
    expect([allowed(TODAY), allowed('2026-11-24'), allowed('2027-11-24'), allowed('2027-11-25')]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(startProblem(day(TODAY), day(TODAY))).toBeNull()
    expect(startProblem(day('2026-11-24'), day(TODAY))?.rule).toBe('MKR03')
  })
})

test('MKR04 By hand nobody is marked as protected or as police staff; a place has only what concerns whoever goes there', () => {
  const kinds = (kind: 'person' | 'address') => markersByHand(kind).map((one) => one.kind)
  expect(kinds('person')).not.toContain('protected')
  expect(kinds('person')).not.toContain('police-staff')
  expect(kinds('address')).toEqual(['weapons', 'violent', 'contagious'])
})

test('LNK01 Every kind of page has what it can be linked by, and a link can be entered from both its ends', () => {
  for (const kind of PARTY_KIND_NAMES) expect(linkChoices(kind).length).toBeGreaterThan(0)
  expect(linkChoices('address').map(({ words }) => words)).toEqual(['home of (person)', 'premises of (organisation)'])
  expect(linkChoices('person').map(({ code }) => code)).toContain('parent-of-back')
  expect(linkChoices('person').map(({ code }) => code)).not.toContain('associate-of-back')
})
