import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { getCivilDate } from './civil-date.ts'
import { easterSunday } from './easter.ts'
import { standardHolidays, withOneOffs } from './holidays.ts'
import { PROCLAIMED } from './one-offs.ts'

const shared = process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data')
const csv = resolve(shared, '../domain/bank_holidays.csv')
const json = resolve(shared, 'holidays/bank-holidays.json')

const date = getCivilDate
const datesOf = (year: number) => standardHolidays.ofYear(year).map(({ date }) => date)

describe('Easter', () => {
  test('is found for known years, the earliest and latest dates among them', () => {
    const known = ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2011-04-24', '2016-03-27', '2038-04-25']
    expect(known.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(known)
    expect(() => easterSunday(1582)).toThrow('1583 to 9999, not for 1582')
  })
})

describe('Bank holidays of England and Wales', () => {
  test('keep substitute days, Boxing Day before Christmas Day where Christmas is a Sunday', () => {
    expect(standardHolidays.ofYear(2016).slice(-2)).toEqual([
      { date: '2016-12-26', name: 'Boxing Day' },
      { date: '2016-12-27', name: 'Christmas Day (substitute day)' },
    ])
    expect(datesOf(2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28'])
    expect(datesOf(2022)[0]).toBe('2022-01-03')
    expect(standardHolidays.nameOf(date('2022-01-01'))).toBeUndefined()
  })
  test('know what was proclaimed since 2012, with its source, and nothing before', () => {
    expect(datesOf(2012)).toEqual(
      ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26'].map((day) => `2012-${day}`),
    )
    for (const day of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) {
      expect(standardHolidays.nameOf(date(day)), day).toBeDefined()
    }
    for (const day of ['2012-05-28', '2020-05-04', '2022-05-30', '2011-04-29']) {
      expect(standardHolidays.nameOf(date(day)), day).toBeUndefined()
    }
    expect(PROCLAIMED.every(({ source }) => source.includes('proclamation'))).toBe(true)
  })
  test('are eight a year but for what was proclaimed, and go on by the rules', () => {
    for (let year = 1980; year <= 2200; year++) {
      const more = year === 2012 || year === 2023 ? 1 : year === 2022 ? 2 : 0
      expect(datesOf(year), String(year)).toHaveLength(8 + more)
    }
    expect(standardHolidays.ofYear(1500)).toEqual([])
  })
  test('take days added and taken away as data, the later row first, and leave the old ones as they were', () => {
    const rows = [
      { date: date('2027-06-07'), name: 'A jubilee', source: 'a test' },
      { date: date('2027-05-31'), name: null, source: 'a test' },
      { date: date('2027-08-30'), name: null, source: 'a test' },
      { date: date('2027-08-30'), name: 'Summer after all', source: 'a test' },
    ]
    const changed = withOneOffs(standardHolidays, rows)
    expect(changed.ofYear(2027).slice(3, 6)).toEqual([
      { date: '2027-05-03', name: 'Early May bank holiday' },
      { date: '2027-06-07', name: 'A jubilee' },
      { date: '2027-08-30', name: 'Summer after all' },
    ])
    expect(changed.nameOf(date('2027-05-31'))).toBeUndefined()
    expect(standardHolidays.nameOf(date('2027-05-31'))).toBe('Spring bank holiday')
  })
})

describe('Beside the published lists', () => {
  test.skipIf(!existsSync(csv))(
    'every day of 2014 to 2030 agrees with the table of the domain notes, both ways',
    () => {
      const rows = readFileSync(csv, 'utf8').trim().split('\n').slice(1)
      const given = rows.map((row) => row.slice(0, 10))
      const ours = Array.from({ length: 17 }, (_, i) => datesOf(2014 + i)).flat()
      expect(given).toHaveLength(139)
      expect(ours).toEqual(given)
    },
  )
  test.skipIf(!existsSync(json))('every day agrees with the list of gov.uk for the years it has, both ways', () => {
    const file: { 'england-and-wales': { events: { date: string; title: string; notes: string }[] } } = JSON.parse(
      readFileSync(json, 'utf8'),
    )
    const given = file['england-and-wales'].events
    const years = [...new Set(given.map(({ date }) => Number(date.slice(0, 4))))].sort()
    expect(years[0]).toBe(2012)
    expect(years.flatMap(datesOf)).toEqual(given.map(({ date }) => date))
    for (const { date: day, title, notes } of given) {
      const name = standardHolidays.nameOf(date(day))
      if (title === 'Queen’s Diamond Jubilee') expect(name).toBe('Diamond Jubilee bank holiday')
      else if (day === '2012-06-04') expect(name).toBe(title)
      else expect(name).toBe(notes === 'Substitute day' ? `${title} (substitute day)` : title)
    }
  })
})
