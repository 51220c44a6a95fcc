import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, decimal, fileSize, interval, orNoEvidence, percent, plural, signed } from './numbers.ts'

test('counts are grouped in thousands', () => {
  expect(count(0)).toBe('0')
  expect(count(1234567)).toBe('1,234,567')
})

test('shares become per cent', () => {
  expect(percent(0.61)).toBe('61%')
  expect(percent(0.8841, 1)).toBe('88.4%')
})

test('negative numbers carry a true minus, and nothing rounds to minus nought', () => {
  expect(interval(-19, 22)).toBe('−19 to 22')
  expect(signed(-19)).toBe('−19')
  expect(signed(12)).toBe('+12')
  expect(signed(0)).toBe('0')
  expect(signed(0.04, 1)).toBe('0.0')
  expect(decimal(-0.04)).toBe('0.0')
})

test('a count agrees with its word', () => {
  expect(plural(1, 'row')).toBe('1 row')
  expect(plural(0, 'row')).toBe('0 rows')
  expect(plural(2400, 'party', 'parties')).toBe('2,400 parties')
})

test('file sizes', () => {
  expect(fileSize(640)).toBe('640 bytes')
  expect(fileSize(12_400)).toBe('12 kB')
  expect(fileSize(3_420_000)).toBe('3.4 MB')
  expect(fileSize(2_100_000_000)).toBe('2.1 GB')
})

test('where there is no number there is a sentence', () => {
  expect(orNoEvidence(null, count)).toBe('no evidence yet')
  expect(orNoEvidence(undefined, count)).toBe('no evidence yet')
  expect(orNoEvidence(0, count)).toBe('0')
})

test('what is not a number is refused, not shown', () => {
  expect(() => count(Number.NaN)).toThrow(RangeError)
  expect(() => percent(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})

test('a count reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(Number(count(value).replaceAll(',', '').replace('−', '-'))).toBe(value)
    }),
  )
})
