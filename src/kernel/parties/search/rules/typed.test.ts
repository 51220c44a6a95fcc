import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { readBorn } from './born.ts'
import { readBox } from './typed.ts'

const TODAY = getCivilDate('2026-11-29')
const born = (typed: string) => {
  const { born: found, rest } = readBorn(typed, TODAY)
  return found === null ? null : [found.on ?? `${found.from} to ${found.to}`, rest]
}

describe('When somebody was born is read', () => {
  test.each([
    ['smith 4/5/80', '1980-05-04', 'smith'],
    ['smith 4.5.1980', '1980-05-04', 'smith'],
    ['smith 04-05-1980', '1980-05-04', 'smith'],
    ['smith 1980-05-04', '1980-05-04', 'smith'],
    ['smith 4 May 1980', '1980-05-04', 'smith'],
    ['smith 4th of may 80', '1980-05-04', 'smith'],
    ['May 4, 1980 smith', '1980-05-04', 'smith'],
    ['smith dob 040580', '1980-05-04', 'smith'],
    ['smith 04051980', '1980-05-04', 'smith'],
    ['smith 4/5/26', '2026-05-04', 'smith'],
    ['smith 4/5/27', '1927-05-04', 'smith'],
  ])('as a day: %s', (typed, on, rest) => {
    expect(born(typed)).toEqual([on, rest])
  })

  test.each([
    ['smith May 1980', '1980-05-01 to 1980-05-31'],
    ['smith 1980', '1980-01-01 to 1980-12-31'],
    ['smith born 1980', '1980-01-01 to 1980-12-31'],
    ['smith about 1980', '1978-01-01 to 1982-12-31'],
    ['smith age 40', '1985-11-30 to 1986-11-29'],
    ['smith 40yo', '1985-11-30 to 1986-11-29'],
    ['smith about 40', '1981-11-30 to 1990-11-29'],
    ['smith aged 30-35', '1990-11-30 to 1996-11-29'],
    ['smith 30 to 35 years old', '1990-11-30 to 1996-11-29'],
    ['smith in his 40s', '1976-11-30 to 1986-11-29'],
    ['smith in her early 20s', '2002-11-30 to 2006-11-29'],
  ])('as a stretch of time: %s', (typed, span) => {
    expect(born(typed)).toEqual([span, 'smith'])
  })

  test.each([
    'smith 31/2/80',
    'smith 2/13/1980',
    'smith 2090',
    'smith age 140',
    '14 high street',
    'smith 07700 900123',
    'may smith',
  ])('as none where it is none: %s', (typed) => {
    expect(born(typed)).toBeNull()
  })
})

const read = (typed: string) => {
  const { words, besides, beginnings, place, postcode, marks, phones, references } = readBox(typed, TODAY)
  const all = {
    words,
    besides,
    beginnings,
    place,
    postcode,
    marks,
    phones: phones.map(({ digits, part }) => `${part} ${digits}`),
    references,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value.length > 0))
}

describe('The one box is taken apart', () => {
  test.each([
    ['SMITH, John', { words: ['smith', 'john'] }],
    ["katherine o'neill", { words: ['katherine', 'oneill'] }],
    ['lord street', { words: ['street'], besides: ['lord'] }],
    ['smi* john', { words: ['smi', 'john'], beginnings: ['smi'] }],
    ['smith in Slough', { words: ['smith'], place: ['slough'] }],
    ['in Slough', { words: ['slough'] }],
    ['jon smith 14 high street', { words: ['jon', 'smith'], place: ['14', 'high', 'street'] }],
    ['14 high street oxford', { words: ['14', 'high', 'street', 'oxford'] }],
    ['flat 2 14 high street', { words: ['flat', '2', '14', 'high', 'street'] }],
    ['khan ox1 4aa', { words: ['khan'], postcode: 'OX14AA' }],
    ['OX1 4AA', { postcode: 'OX14AA' }],
    ['ox14aa', { postcode: 'OX14AA' }],
    ['OX1 4', { postcode: 'OX14__' }],
    ['khan OX14', { words: ['khan'], postcode: 'OX14___', marks: ['OX14*'] }],
    ['AB12 CDE', { marks: ['AB12CDE'] }],
    ['ab12cde', { marks: ['AB12CDE'], references: ['AB12CDE'] }],
    ['?B12*', { marks: ['?B12*'] }],
    ['*CDE', { marks: ['*CDE'] }],
    ['A123 BCD', { marks: ['A123BCD'] }],
    ['07700 900123', { phones: ['start 447700900123'] }],
    ['+44 7700 900123', { phones: ['start 447700900123'] }],
    ['...4567', { phones: ['end 4567'] }],
    ['4567', { words: ['4567'], phones: ['end 4567'] }],
    ['smith 07700900123', { words: ['smith'], phones: ['start 447700900123'] }],
    ['DN0012345', { references: ['DN0012345'] }],
    ['FIN-7K2M-4TQX', { references: ['FIN-7K2M-4TQX'] }],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })

  test('whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const { words, place } = readBox(typed, TODAY)
        expect(words.length).toBeLessThanOrEqual(7)
        expect(place.length).toBeLessThanOrEqual(7)
      }),
    )
  })
})
