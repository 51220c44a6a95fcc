import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, addressLabel, readPostcode, spacedPostcode, type AddressParts } from './parts.ts'
import { readAddress, readAddressColumns } from './read-address.ts'

const parts = (text: string): Partial<AddressParts> =>
  Object.fromEntries(Object.entries(readAddress(text)).filter(([, value]) => value !== ''))

describe('An address as people type it', () => {
  it.each<readonly [string, Partial<AddressParts>]>([
    [
      'Flat 2, 14A High St, Oxford OX1 4AA',
      { flat: 'Flat 2', number: '14A', street: 'High Street', town: 'Oxford', postcode: 'OX14AA' },
    ],
    [
      'flat 2 14a high street oxford ox14aa',
      { flat: 'Flat 2', number: '14A', street: 'High Street', town: 'Oxford', postcode: 'OX14AA' },
    ],
    [
      'FLT 2, 14A, HIGH STREET, OXFORD, OX1 4AA',
      { flat: 'Flat 2', number: '14A', street: 'High Street', town: 'Oxford', postcode: 'OX14AA' },
    ],
    [
      'The Old Barn, Mill Lane, Long Wittenham, Abingdon, OX14 4QH',
      {
        building: 'The Old Barn',
        street: 'Mill Lane',
        locality: 'Long Wittenham',
        town: 'Abingdon',
        postcode: 'OX144QH',
      },
    ],
    ['The Old Barn', { building: 'The Old Barn' }],
    [
      'Unit 3B Isis Business Park, Watlington Rd, Oxford',
      { flat: 'Unit 3B', building: 'Isis Business Park', street: 'Watlington Road', town: 'Oxford' },
    ],
    ['PO Box 1234, Reading, RG1 1AA', { building: 'PO Box 1234', town: 'Reading', postcode: 'RG11AA' }],
    ['P.O. Box 7 Slough', { building: 'PO Box 7', town: 'Slough' }],
    ['12-16 Queen Street, Maidenhead', { number: '12-16', street: 'Queen Street', town: 'Maidenhead' }],
    ['12 to 16 Queen Street, Maidenhead', { number: '12-16', street: 'Queen Street', town: 'Maidenhead' }],
    ['14, High Street, Thame', { number: '14', street: 'High Street', town: 'Thame' }],
    ['No. 14 High Street, Thame', { number: '14', street: 'High Street', town: 'Thame' }],
    [
      'Ground floor flat, 8 St Clements St, Oxford',
      { flat: 'Ground floor flat', number: '8', street: 'St Clements Street', town: 'Oxford' },
    ],
    [
      'Apt 5, Castle Mill, 3 Roger Dudman Way, Oxford, Oxon, OX1 1AF, UK',
      {
        flat: 'Apartment 5',
        building: 'Castle Mill',
        number: '3',
        street: 'Roger Dudman Way',
        town: 'Oxford',
        postcode: 'OX11AF',
      },
    ],
    ['Room 11 Hamilton Court Iffley Road', { flat: 'Room 11', building: 'Hamilton Court', street: 'Iffley Road' }],
    ['5 Church Hill Close, Wantage', { number: '5', street: 'Church Hill Close', town: 'Wantage' }],
    [
      '7 Park Road\nDidcot\nOxfordshire\nox11 8qx',
      { number: '7', street: 'Park Road', town: 'Didcot', postcode: 'OX118QX' },
    ],
    ['Rose Cottage, Aston Tirrold', { building: 'Rose Cottage', town: 'Aston Tirrold' }],
    ['3 Marston Ferry Rd.,, Oxford.', { number: '3', street: 'Marston Ferry Road', town: 'Oxford' }],
    ['A40, Wheatley', { street: 'A40', town: 'Wheatley' }],
    [
      'HMP Bullingdon, Patrick Haugh Road, Arncott, Bicester, OX25 1PZ',
      {
        building: 'HMP Bullingdon',
        street: 'Patrick Haugh Road',
        locality: 'Arncott',
        town: 'Bicester',
        postcode: 'OX251PZ',
      },
    ],
    ['1 Stratton Way East, Abingdon', { number: '1', street: 'Stratton Way East', town: 'Abingdon' }],
    [
      'Caravan 4, Hinksey Meadows, Oxford, OX2 0AA',
      { flat: 'Caravan 4', street: 'Hinksey Meadows', town: 'Oxford', postcode: 'OX20AA' },
    ],
    ['Stoke-on-Trent', { building: 'Stoke-on-Trent' }],
    ['OX1 4AA', { postcode: 'OX14AA' }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it('in columns reads as in a line', () => {
    const inLine = readAddress('Flat 2, 14A High St, Oxford OX1 4AA')
    expect(
      readAddressColumns({ flat: 'Flat 2', number: '14A', street: 'High St', town: 'OXFORD', postcode: 'ox1 4aa' }),
    ).toEqual(inLine)
    expect(
      readAddressColumns({ street: '14a high street', building: 'flat 2', town: 'Oxford', postcode: 'OX14AA' }),
    ).toEqual(inLine)
    expect(readAddressColumns({ text: 'Flat 2, 14A High St, Oxford', postcode: 'OX1 4AA' })).toEqual(inLine)
  })

  it('is read without failing, and read again from its own words is the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(() => readAddress(text)).not.toThrow()
      }),
    )
    for (const text of ['Flat 2, 14A High St, Oxford OX1 4AA', 'The Old Barn, Mill Lane, Abingdon', 'PO Box 9, Slough'])
      expect(readAddress(addressLabel(readAddress(text)))).toEqual(readAddress(text))
  })
})

describe('Two ways of writing an address', () => {
  it.each([
    ['Flat 2, 14A High St, Oxford OX1 4AA', 'FLAT 2 14a High Street, ox14aa'],
    ["St John's Road, Oxford, OX1 1AA", 'st johns rd, Oxford OX1 1AA'],
    ['14 High Street, Thame', '14, HIGH ST., THAME'],
  ])('%s and %s are the same address', (one, other) => {
    expect(addressKey(readAddress(one))).toBe(addressKey(readAddress(other)))
  })

  it.each([
    ['Flat 2, 14 High Street, Oxford', 'Flat 3, 14 High Street, Oxford'],
    ['14 High Street, Oxford', '14A High Street, Oxford'],
    ['14 High Street, Oxford', '14 High Street, Thame'],
    ['14 High Street, OX1 4AA', '14 High Street, OX1 4AB'],
    ['Thame', 'Oxford'],
  ])('%s and %s are not', (one, other) => {
    expect(addressKey(readAddress(one))).not.toBe(addressKey(readAddress(other)))
  })

  it('nothing has no key', () => {
    expect(addressKey(readAddress(' , ,'))).toBe('')
  })
})

describe('A postcode', () => {
  it('is read in any case, with its space anywhere, and nothing else is', () => {
    expect(['ox1 4aa', 'OX14AA', 'O X1 4AA', 'sw1a 1aa', 'M1 1AE'].map(readPostcode)).toEqual([
      'OX14AA',
      'OX14AA',
      'OX14AA',
      'SW1A1AA',
      'M11AE',
    ])
    expect(['OX1', 'OX1 4CC', '12345', 'OXFORD', ''].map(readPostcode)).toEqual(Array(5).fill(''))
    expect(spacedPostcode('SW1A1AA')).toBe('SW1A 1AA')
  })
})
