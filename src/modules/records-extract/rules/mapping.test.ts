import { describe, expect, it } from 'vitest'
import { Codes } from './codes.ts'
import { DEFAULT_MAPPING } from './default-mapping.ts'
import type { ExtractKind } from './kinds/all.ts'
import { extractMapping, mappingFaults, recogniseKind, type ExtractMapping } from './mapping.ts'
import { isFault, rowChecker } from './row-checker.ts'
import { readWordLines, wordLines } from './word-lines.ts'

const force = extractMapping.parse({
  name: 'force',
  dates: 'day-first',
  kinds: {
    people: {
      columns: {
        reference: 'Nominal',
        familyName: 'Surname',
        givenNames: 'Forenames',
        sex: 'Gender',
        birthDate: 'DOB',
        restricted: 'R',
      },
      values: { sex: { F: 'female', M: 'male' }, restricted: { Y: 'yes', N: 'no' } },
    },
    roles: {
      columns: { number: 'Occ', party: 'Nominal', role: 'Classification' },
      values: { role: { VICT: 'victim', 'SUSPECT - NAMED': 'suspect' } },
    },
  },
})
const check = (kind: ExtractKind, mapping: ExtractMapping, row: Readonly<Record<string, string>>) => {
  const context = {
    today: '2016-06-01',
    now: new Date('2016-06-01T12:00:00Z'),
    codes: new Codes(mapping),
    words: new Set<string>(),
  }
  return rowChecker(kind, mapping, Object.keys(row), context)(Object.values(row))
}
const reason = (kind: ExtractKind, row: Readonly<Record<string, string>>, mapping = DEFAULT_MAPPING) => {
  const checked = check(kind, mapping, row)
  return isFault(checked) ? `${checked.column}: ${checked.reason}` : 'taken'
}

describe('A mapping', () => {
  it('tells the kind of a file by its headings, in any order and with others between', () => {
    expect(recogniseKind(force, ['DOB', 'x', 'Nominal', 'Surname', ' Forenames '])).toBe('people')
    expect(recogniseKind(force, ['Occ', 'Nominal', 'Classification'])).toBe('roles')
    expect(recogniseKind(force, ['Surname', 'Forenames'])).toBeNull()
    for (const [kind, mapped] of Object.entries(DEFAULT_MAPPING.kinds))
      expect(recogniseKind(DEFAULT_MAPPING, Object.keys(mapped.columns))).toBe(kind)
  })

  it('reads cells by its columns, words and order of dates', () => {
    const row = { Nominal: 'N1', Surname: 'SMITH', Forenames: 'Jo', Gender: 'f', DOB: '03/02/1980', R: 'N' }
    expect(check('people', force, row)).toMatchObject({
      reference: 'N1',
      restricted: false,
      values: ['SMITH, Jo', 'SMITH', 'Jo', 'Jo SMITH', '{"jo","smith"}', 'female', '1980-02-03', 'day', null, null],
    })
    expect(reason('people', { ...row, Gender: 'x' }, force)).toContain('4: “x” is none of the mapping’s words')
    expect(reason('people', { ...row, R: 'Y' }, force)).toContain('6: It is restricted in the records system')
    expect(reason('roles', { Occ: '1', Nominal: 'N1', Classification: 'suspect - named' }, force)).toBe('taken')
  })

  it('with fields, codes or needs that there are not is refused, and says which', () => {
    const wrong = extractMapping.parse({
      name: 'wrong',
      kinds: { people: { columns: { surname: 'S' }, values: { sex: { Q: 'queer' }, familyName: { a: 'b' } } } },
    })
    expect(mappingFaults(wrong)).toEqual([
      'people: there is no field “surname”',
      'people: no column is mapped to reference, which every row needs',
      'people: sex has no code “queer” for “Q”',
      'people: familyName has no codes to translate to',
    ])
    expect(mappingFaults(DEFAULT_MAPPING)).toEqual([])
    for (const bad of [{}, { name: 'A b', kinds: {} }, { name: 'ab', kinds: { spies: { columns: {} } } }])
      expect(extractMapping.safeParse(bad).success).toBe(false)
  })

  it('takes words as lines of a text, and gives them back', () => {
    const codes = { female: 'Female', male: 'Male' }
    const words = readWordLines('F = female\r\n\nM=male\nNot = known = male', codes, 'sex')
    expect(words).toEqual({ F: 'female', M: 'male', 'Not = known': 'male' })
    expect(readWordLines(wordLines(words), codes, 'sex')).toEqual(words)
    expect(() => readWordLines('F = feminine', codes, 'sex')).toThrow('one of female, male')
  })
})

describe('A row is rejected for', () => {
  const crime = { number: '1', from: '2016-05-03' }
  it.each<readonly [string, ExtractKind, Readonly<Record<string, string>>, string]>([
    ['no number', 'crimes', { ...crime, number: ' ' }, '1: It is empty'],
    ['no time', 'crimes', { ...crime, from: '' }, '2: It is empty'],
    ['a time to come', 'crimes', { ...crime, from: '2016-06-02' }, '2: “2016-06-02” is in the future'],
    ['an end before its beginning', 'crimes', { ...crime, to: '2016-05-02' }, '3: It ended before'],
    ['recording before it happened', 'crimes', { ...crime, recordedAt: '2016-05-02' }, '3: It was recorded before'],
    ['a code that is none', 'crimes', { ...crime, offenceCode: 'ABH' }, '3: “ABH” is not a code'],
    ['a class that is none', 'crimes', { ...crime, offenceClass: 'burglary' }, '3: “BURGLARY” is not a class'],
    ['an outcome that is none', 'crimes', { ...crime, outcomeCode: 'NFA' }, '3: “NFA” is not an outcome'],
    [
      'an outcome before its first day',
      'crimes',
      { number: '1', from: '2015-05-01', outcomeCode: '21', outcomeOn: '2015-12-31' },
      '3: Outcome 21 is given only since 2016-01-01',
    ],
    ['half a point', 'crimes', { ...crime, easting: '470500' }, '0: '],
    [
      'a point outside',
      'crimes',
      { ...crime, longitude: '51.7', latitude: '-1.2' },
      '3: “51.7” is not a number from -9 to 2.5',
    ],
    ['no name', 'people', { reference: 'N1', familyName: '' }, '2: There is no name'],
    [
      'a birth to come',
      'people',
      { reference: 'N1', familyName: 'X', birthDate: '2017' },
      '3: The date of birth is in the future',
    ],
    [
      'a death before it',
      'people',
      { reference: 'N1', familyName: 'X', birthDate: '1980', diedOn: '1979-01-01' },
      '4: This is before',
    ],
    ['no address', 'addresses', { reference: 'A1', street: ' ' }, '2: There is no address'],
    ['a mark with other signs', 'vehicles', { reference: 'V1', mark: 'AB12*' }, '2: A registration mark'],
    ['nothing about a vehicle', 'vehicles', { reference: 'V1', mark: '' }, '2: Nothing tells this vehicle'],
    ['no phone number', 'phones', { reference: 'P1', number: 'withheld' }, '2: This is not a phone number'],
    ['a role that there is not', 'roles', { number: '1', party: 'N1', role: 'villain' }, '3: “villain” is none'],
    [
      'a tie to itself',
      'links',
      { from: 'N1', link: 'partner-of', toKind: 'person', to: 'N1' },
      '4: It is tied to itself',
    ],
    [
      'a tie that ends before it begins',
      'links',
      { from: 'N1', link: 'partner-of', toKind: 'person', to: 'N2', validFrom: '2016-01-02', validTo: '2016-01-01' },
      '6: It ends before',
    ],
    [
      'a postcode that is none',
      'postcodes',
      { postcode: 'nowhere', longitude: '0', latitude: '51' },
      '1: “nowhere” is not a postcode',
    ],
    ['a text that is too long', 'people', { reference: 'N1', familyName: 'x'.repeat(201) }, '2: It is longer than 200'],
  ])('%s', (_, kind, row, expected) => {
    if (expected === '0: ') expect(reason(kind, row)).toContain('There is an easting but no northing')
    else expect(reason(kind, row)).toContain(expected)
  })

  it('an offence that was none on its day, on both sides of the day, unless the mapping keeps such', () => {
    const burglary = (code: Readonly<Record<string, string>>, day: string) => ({
      number: '1',
      from: day,
      recordedAt: day,
      ...code,
    })
    const today = { ...DEFAULT_MAPPING }
    const at = (row: Readonly<Record<string, string>>, mapping: ExtractMapping = today) => {
      const codes = new Codes(mapping)
      const checked = rowChecker('crimes', mapping, Object.keys(row), {
        today: '2026-01-01',
        now: new Date('2026-01-01T12:00:00Z'),
        codes,
        words: new Set(),
      })(Object.values(row))
      return [isFault(checked) ? checked.reason : 'taken', ...codes.warnings()]
    }
    const [before, after] = [{ offenceCode: '028/03' }, { offenceClass: '28E' }]
    expect(at(burglary(before, '2017-03-31'))).toEqual(['taken'])
    expect(at(burglary(before, '2017-04-01'))[0]).toContain('Offence 028/03 was recorded only until 2017-03-31')
    expect(at(burglary(after, '2017-03-31'))[0]).toContain('Offence 28E is recorded only since 2017-04-01')
    expect(at(burglary(after, '2017-04-01'))).toEqual(['taken'])
    const keeping: ExtractMapping = { ...today, notValid: 'keep' }
    expect(at(burglary(before, '2017-04-01'), keeping)).toEqual([
      'taken',
      'Offence 028/03 is not valid on its day: kept, in 1 rows.',
    ])
    expect(at(burglary({ offenceCode: '999/99' }, '2017-04-01'))).toEqual([
      'taken',
      'Offence 999/99 is not known here: kept as it is, in 1 rows.',
    ])
    const strict: ExtractMapping = { ...today, unknownCodes: 'reject' }
    expect(at(burglary({ offenceCode: '999/99' }, '2017-04-01'), strict)[0]).toContain('999/99 is not known here')
  })
})

describe('An event of custody or a court', () => {
  const arrest = { number: '1', reference: 'E1', event: 'suspect-arrested', at: '2016-05-03 22:30' }
  const hearing = { number: '1', reference: 'E2', event: 'hearing-fixed', at: '2016-05-04 10:00' }

  it('is taken with its times, as exactly as they say; courts begin at ten', () => {
    expect(check('events', DEFAULT_MAPPING, arrest)).toMatchObject({
      reference: '1|E1',
      marking: 'OFFICIAL',
      values: ['1', 'E1', 'suspect-arrested', '2016-05-03T21:30:00.000Z', 'minute', '', null, null, false],
    })
    const row = {
      ...hearing,
      courtAt: '2016-06-20',
      sentenceAt: '2016-07-01 14:00',
      cancelled: 'yes',
      asOf: '2016-05-05',
    }
    expect(check('events', DEFAULT_MAPPING, row)).toMatchObject({
      asOf: '2016-05-04T23:00:00.000Z',
      values: [
        '1',
        'E2',
        'hearing-fixed',
        '2016-05-04T09:00:00.000Z',
        'minute',
        '',
        '2016-06-20T09:00:00.000Z',
        '2016-07-01T13:00:00.000Z',
        true,
      ],
    })
  })

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['of a kind that there is not', { ...arrest, event: 'escaped' }, '3: “escaped” is none of'],
    ['without its time', { ...arrest, at: '' }, '4: It is empty'],
    ['of a month only', { ...arrest, at: '2016-05' }, '4: “2016-05” is a month'],
    ['in the hour that clocks skip', { ...arrest, at: '2016-03-27 01:30' }, '4: “2016-03-27 01:30” is no time'],
    ['to come', { ...arrest, at: '2016-06-01 14:00' }, '4: “2016-06-01 14:00” is in the future'],
    ['with a day in court that it cannot have', { ...arrest, courtAt: '2016-06-20' }, '5: Only a hearing'],
    ['in court before it was fixed', { ...hearing, courtAt: '2016-05-04 09:00' }, '5: It is not after it was fixed'],
    ['in court in the skipped hour', { ...hearing, courtAt: '2017-03-26 01:10' }, '5: “2017-03-26 01:10” is no time'],
    ['with a sentence that it cannot say', { ...arrest, sentenceAt: '2016-06-20' }, '5: Only a hearing or a verdict'],
    ['with a sentence before it', { ...hearing, sentenceAt: '2016-05-03' }, '5: Sentence cannot be given'],
    [
      'about no victim, where it is about one',
      { ...hearing, event: 'must-give-evidence', person: '' },
      '5: This is about one',
    ],
    ['restricted there', { ...arrest, restricted: 'yes' }, '5: It is restricted'],
  ])('%s is rejected, with its column', (_, row, words) => {
    expect(reason('events', row)).toContain(words)
  })

  it('in the hour that comes twice is the first, or as its zone says', () => {
    const at = (text: string) => check('events', DEFAULT_MAPPING, { ...arrest, at: text })
    expect(at('2015-10-25 01:30')).toMatchObject({
      values: ['1', 'E1', 'suspect-arrested', '2015-10-25T00:30:00.000Z', 'minute', '', null, null, false],
    })
    expect(at('2015-10-25 01:30+00:00')).toMatchObject({
      values: ['1', 'E1', 'suspect-arrested', '2015-10-25T01:30:00.000Z', 'minute', '', null, null, false],
    })
  })
})
