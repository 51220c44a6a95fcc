import { describe, expect, it } from 'vitest'
import { readBirth, readDay, readWhen, type DateOrder } from './dates.ts'

const span = (cell: string, order: DateOrder = 'iso', midnightUnknown = false) => {
  const found = readWhen(cell, { order, midnightUnknown })
  return found === null ? null : [found.from.toISOString(), found.to.toISOString(), found.precision, found.day]
}

describe('A time in an extract is known as exactly as its cell says', () => {
  it.each<readonly [string, DateOrder, readonly [string, string, string, string]]>([
    ['2016-05-03 22:30', 'iso', ['2016-05-03T21:30:00.000Z', '2016-05-03T21:31:00.000Z', 'minute', '2016-05-03']],
    [
      '2016-05-03T22:30:59.123',
      'iso',
      ['2016-05-03T21:30:00.000Z', '2016-05-03T21:31:00.000Z', 'minute', '2016-05-03'],
    ],
    ['2016-05-03T22:30Z', 'iso', ['2016-05-03T22:30:00.000Z', '2016-05-03T22:31:00.000Z', 'minute', '2016-05-03']],
    ['2016-05-03T22:30+0200', 'iso', ['2016-05-03T20:30:00.000Z', '2016-05-03T20:31:00.000Z', 'minute', '2016-05-03']],
    ['2016-05-03 22', 'iso', ['2016-05-03T21:00:00.000Z', '2016-05-03T22:00:00.000Z', 'hour', '2016-05-03']],
    ['2016-01-03', 'iso', ['2016-01-03T00:00:00.000Z', '2016-01-04T00:00:00.000Z', 'day', '2016-01-03']],
    ['2016-12', 'iso', ['2016-12-01T00:00:00.000Z', '2017-01-01T00:00:00.000Z', 'month', '2016-12-01']],
    ['03/05/2016 22:30', 'day-first', ['2016-05-03T21:30:00.000Z', '2016-05-03T21:31:00.000Z', 'minute', '2016-05-03']],
    ['3.5.2016', 'day-first', ['2016-05-02T23:00:00.000Z', '2016-05-03T23:00:00.000Z', 'day', '2016-05-03']],
    [
      '03-MAY-2016, 2230',
      'day-first',
      ['2016-05-03T21:30:00.000Z', '2016-05-03T21:31:00.000Z', 'minute', '2016-05-03'],
    ],
  ])('%s', (cell, order, expected) => {
    expect(span(cell, order)).toEqual(expected)
  })

  it('and where it says none, it is none', () => {
    for (const cell of [
      '',
      'never',
      '2016',
      '2016-02-30',
      '2016-13',
      '2016-05-03 24:30',
      '2016-05-03 12:60',
      '03/05/2016',
      '2016-05-03x',
    ])
      expect(span(cell), cell).toBeNull()
    for (const cell of ['31/02/2016', '3/5/16', '03/XYZ/2016', '05/03'])
      expect(span(cell, 'day-first'), cell).toBeNull()
  })

  it('midnight may stand for a time that is not known, but not where a zone is named', () => {
    expect(span('2016-01-03 00:00')?.[2]).toBe('minute')
    expect(span('2016-01-03 00:00', 'iso', true)?.[2]).toBe('day')
    expect(span('2016-01-03T00:00Z', 'iso', true)?.[2]).toBe('minute')
    expect(span('2016-01-03 00:01', 'iso', true)?.[2]).toBe('minute')
  })

  it('a date of birth is a day, a month or a year', () => {
    expect(readBirth('1980-02-03', 'iso')).toEqual({ day: '1980-02-03', precision: 'day' })
    expect(readBirth('1980-02', 'iso')).toEqual({ day: '1980-02-01', precision: 'month' })
    expect(readBirth('1980', 'iso')).toEqual({ day: '1980-01-01', precision: 'year' })
    expect(readBirth('03/02/1980 00:00:00', 'day-first')?.day).toBe('1980-02-03')
    expect([readBirth('80', 'iso'), readBirth('1980-02-30', 'iso'), readDay('1980-02', 'iso')]).toEqual([
      null,
      null,
      null,
    ])
  })
})
