import { describe, expect, test } from 'vitest'
import { doorOf } from './door.ts'
import { readAddress } from './read-address.ts'

const doorIn = (line: string) => doorOf(readAddress(line))

describe('A door', () => {
  test.each([
    'Flat 5, 12 High Street, Thame',
    'flt 5, 12 high st, thame',
    'Apartment 5, 12 High Street, Thame',
    'Apt 5, Maple House, 12 High Street, Thame',
    'Maisonette 5, 12 High Street, Thame',
    'Apartment 5 of 12 High Street, Thame',
    '5/12 High Street, Thame',
  ])('%s is flat 5 of number 12', (line) => {
    expect(doorIn(line)).toEqual({ flat: '5', number: '12' })
  })

  test('is the same however its parts came', () => {
    for (const parts of [
      { flat: 'APARTMENT NO. 5b', number: '12a' },
      { flat: '5B', number: '12 A' },
      { flat: '', number: '5b / 12a' },
    ])
      expect(doorOf(parts)).toEqual({ flat: '5B', number: '12A' })
  })

  test.each([
    ['12 High Street, Thame', { flat: '', number: '12' }],
    ['12A High Street, Thame', { flat: '', number: '12A' }],
    ['Room 5, 12 High Street, Thame', { flat: 'ROOM 5', number: '12' }],
    ['Unit 5, 12 High Street, Thame', { flat: 'UNIT 5', number: '12' }],
    ['Ground floor flat, 12 High Street, Thame', { flat: 'GROUND FLOOR FLAT', number: '12' }],
    ['Flat 5, 14 High Street, Thame', { flat: '5', number: '14' }],
    ['The Old Barn, Mill Lane, Thame', { flat: '', number: '' }],
  ])('of %s is another', (line, door) => {
    expect(doorIn(line)).toEqual(door)
  })

  test('of two numbers next door to one another is one building, not a flat', () => {
    expect(doorIn('12/14 High Street, Thame')).toEqual({ flat: '', number: '12-14' })
    expect(doorIn('12-14 High Street, Thame')).toEqual({ flat: '', number: '12-14' })
    expect(doorIn('Flat 2, 12/14 High Street, Thame')).toEqual({ flat: '2', number: '12-14' })
  })
})
