import { describe, expect, test } from 'vitest'
import { covers } from '#kernel/areas/covers.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { coverageOf, coverageSince, FEWEST_RESIDENTS } from './cov01-coverage.ts'
import { residentsByAge } from './cov03-ages.ts'
import { ownArea } from './eng01-own-area.ts'
import { engagementDay } from './eng02-not-ahead.ts'
import { forAnother, keptUntil } from './hov01-pack.ts'
import { agreementDay, reviewDay, reviewStanding } from './kin01-review.ts'
import { keyIndividualStanding } from './kin03-standing.ts'
import { engagementTitle } from './lists.ts'
import { sinceWindow } from './pat01-since.ts'

const day = getCivilDate
const TODAY = day('2026-11-23')

describe('ENG01 What is known of a community is written by those who cover it', () => {
  const posted = { areas: [3, 4], forceWide: false }
  test('their own area, and one within it', () => {
    expect(covers(posted, 4)).toBe(true)
    expect(ownArea(posted, 4)).toBeNull()
  })
  test('not the next one; everywhere for somebody who reaches the whole force', () => {
    expect(ownArea(posted, 5)?.rule).toBe('ENG01')
    expect(ownArea({ areas: [], forceWide: true }, 5)).toBeNull()
  })
})

describe('ENG02 An engagement is logged on its day or within a month after', () => {
  test.each([
    ['today', '2026-11-23', null],
    ['tomorrow', '2026-11-24', 'ENG02'],
    ['31 days ago', '2026-10-23', null],
    ['32 days ago', '2026-10-22', 'ENG02'],
  ])('%s', (_when, on, rule) => {
    expect(engagementDay(day(on), TODAY)?.rule ?? null).toBe(rule)
  })
})

describe('COV01 A group is heard when an engagement of the last year names it', () => {
  test('the window is 365 days, today among them', () => {
    expect(coverageSince(TODAY)).toBe('2025-11-24')
  })
  test('those not heard stand first, the most numerous of them first; offices are not looked for', () => {
    const rows = coverageOf(
      [{ group: 'older', times: 2, last: '2026-10-01' }],
      new Map([
        ['young', 400],
        ['young-adults', 900],
      ]),
    )
    expect(rows.slice(0, 2).map(({ group }) => group)).toEqual(['young-adults', 'young'])
    expect(rows.find(({ group }) => group === 'older')).toMatchObject({
      standing: 'heard',
      times: 2,
      last: '2026-10-01',
    })
    expect(rows.map(({ group }) => group)).not.toContain('partners')
  })
  test('a code that a later release dropped is not a group', () => {
    expect(
      coverageOf([{ group: 'gone', times: 3, last: '2026-10-01' }], new Map()).some(({ times }) => times > 0),
    ).toBe(false)
  })
})

describe('COV02 Few residents are neither looked for nor numbered', () => {
  const of = (residents: number, heard = false) =>
    coverageOf(heard ? [{ group: 'older', times: 1, last: '2026-10-01' }] : [], new Map([['older', residents]])).find(
      ({ group }) => group === 'older',
    )
  test('on both sides of the least', () => {
    expect(of(FEWEST_RESIDENTS)).toMatchObject({ standing: 'not-heard', residents: 100 })
    expect(of(FEWEST_RESIDENTS - 1)).toMatchObject({ standing: 'few-residents', residents: null })
  })
  test('few who were heard all the same are heard, and still not numbered', () => {
    expect(of(12, true)).toMatchObject({ standing: 'heard', residents: null })
  })
  test('a number is to the nearest ten; none at all is not few', () => {
    expect(of(1234)?.residents).toBe(1230)
    expect(coverageOf([], new Map()).every(({ standing }) => standing === 'not-heard')).toBe(true)
  })
})

describe('COV03 Residents of an age come only from bands that fill it', () => {
  test('bands that fill the ages are added up', () => {
    const bands = ['0-9', '10-17', '18-24', '25-64', '65-plus'].map((band, index) => ({ band, people: 100 + index }))
    expect(Object.fromEntries(residentsByAge(bands))).toEqual({ young: 201, 'young-adults': 102, older: 104 })
  })
  test('a band that straddles, or a gap, gives none', () => {
    expect(residentsByAge([{ band: '0-19', people: 5 }]).size).toBe(0)
    expect(residentsByAge([{ band: '65-74', people: 5 }]).size).toBe(0)
    expect(
      residentsByAge([
        { band: '65-74', people: 5 },
        { band: '80-plus', people: 5 },
      ]).size,
    ).toBe(0)
  })
})

describe('KIN01 A key individual is looked at again within a year', () => {
  test.each([
    ['2026-11-23', 'KIN01'],
    ['2026-11-24', null],
    ['2027-11-24', null],
    ['2027-11-25', 'KIN01'],
  ])('%s', (on, rule) => {
    expect(reviewDay(day(on), TODAY)?.rule ?? null).toBe(rule)
  })
  test('over from the day after, due from 28 days before', () => {
    expect(reviewStanding(day('2026-11-22'), TODAY)).toBe('over')
    expect(reviewStanding(day('2026-11-23'), TODAY)).toBe('soon')
    expect(reviewStanding(day('2026-12-21'), TODAY)).toBe('soon')
    expect(reviewStanding(day('2026-12-22'), TODAY)).toBe('later')
  })
  test('KIN02 they agreed today or before, or have not been asked', () => {
    expect(agreementDay(TODAY, TODAY)).toBeNull()
    expect(agreementDay(null, TODAY)).toBeNull()
    expect(agreementDay(day('2026-11-24'), TODAY)?.rule).toBe('KIN02')
  })
})

describe('KIN03 A tie lapses after 180 days without a contact', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const agreed = { agreedOn: '2026-01-01', endedOn: null }
  test('on both sides', () => {
    expect(keyIndividualStanding({ ...agreed, inTouchSince: ago(179.9) }, now)).toBe('active')
    expect(keyIndividualStanding({ ...agreed, inTouchSince: ago(180) }, now)).toBe('lapsed')
  })
  test('without agreement there is none yet, and an end is an end', () => {
    expect(keyIndividualStanding({ ...agreed, agreedOn: null, inTouchSince: ago(400) }, now)).toBe('asked-to-be')
    expect(keyIndividualStanding({ ...agreed, endedOn: '2026-05-01', inTouchSince: ago(1) }, now)).toBe('ended')
  })
})

describe('A hand-over pack', () => {
  test('HOV01 is kept for 56 days', () => expect(keptUntil(TODAY)).toBe('2027-01-18'))
  test('HOV02 is for somebody else', () => {
    expect(forAnother('a', 'a')?.rule).toBe('HOV02')
    expect(forAnother('a', 'b')).toBeNull()
  })
})

describe('PAT01 Since when', () => {
  const now = new Date('2026-11-23T14:00:00Z')
  test('back from now', () => {
    expect(sinceWindow('24', now, null)).toEqual({ from: new Date('2026-11-22T14:00:00Z'), to: now, frozen: false })
  })
  test('back from where the data of a demonstration ends, and not before it has ended', () => {
    expect(sinceWindow('48', now, day('2026-11-20'))).toEqual({
      from: new Date('2026-11-18T07:00:00Z'),
      to: new Date('2026-11-20T07:00:00Z'),
      frozen: true,
    })
    expect(sinceWindow('48', now, day('2026-11-24')).frozen).toBe(false)
  })
})

test('An engagement is called by its kind and whom it heard', () => {
  expect(engagementTitle('surgery', ['older', 'faith', 'lgbt'])).toBe(
    'Surgery or drop-in: People of 65 and over, faith communities, LGBT+ people',
  )
})
