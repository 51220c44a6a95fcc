import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths, getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { createRandom } from '#calculations/random/random.ts'
import { drawGeography } from '../geography/schematic-areas.ts'
import type { CategoryCode } from './categories.ts'
import { wardShares } from './expected-counts.ts'
import { londonDay, londonDays, momentOn } from './london-days.ts'
import { monthOfOccurrences } from './month-of-occurrences.ts'
import type { OccurrenceRow } from './occurrence-row.ts'
import { STEP_MONTHS_BEFORE } from './stories.ts'
import { layStreets, type PlacedPoint, type WardStreets } from './ward-streets.ts'

const LAST = getCivilMonth('2026-07')
const FROZEN = Date.parse('2026-07-16T06:00:00Z')

let points: PlacedPoint[] = []
let streets: WardStreets[] = []
let months: OccurrenceRow[][] = []

beforeAll(() => {
  const { wards } = drawGeography()
  ;({ points, streets } = layStreets(wards))
  const shares = wardShares(wards)
  const random = createRandom(2016)
  months = monthsBetween(addMonths(LAST, -24), LAST).map((month, i) =>
    monthOfOccurrences({
      month,
      monthsBefore: 24 - i,
      knownBy: FROZEN,
      scale: 0.25,
      shares,
      streets,
      random: random.split(month),
    }),
  )
})

const rowsOf = (category: CategoryCode) => months.flat().filter((row) => row.category === category)
const districtOf = (row: OccurrenceRow) => (row.point === null ? undefined : points[row.point]?.ward.district)
const share = (rows: readonly OccurrenceRow[], test: (row: OccurrenceRow) => boolean) =>
  rows.filter(test).length / rows.length
const londonHour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' })
const hourOf = (row: OccurrenceRow) => Number(londonHour.format(row.from))

describe('Three years of made-up occurrences', () => {
  it('lie in their month by London clocks, end after they begin, and are known by the freeze', () => {
    const first = londonDays(addMonths(LAST, -24))[0]?.start ?? 0
    expect(Math.min(...months.flat().map(({ from }) => from))).toBeGreaterThanOrEqual(first)
    for (const [i, rows] of months.entries()) {
      const days = londonDays(addMonths(LAST, i - 24))
      const [start, end] = [days[0]?.start ?? 0, londonDays(addMonths(LAST, i - 23))[0]?.start ?? 0]
      expect(rows.every(({ from }) => from >= start && from < end)).toBe(true)
      expect(rows.every(({ from, to, knownAt }) => to > from && knownAt > to && knownAt <= FROZEN)).toBe(true)
    }
  })

  it('have the mix of a real force: ASB about an eighth, violence the most', () => {
    expect(share(months.flat(), ({ category }) => category === 'anti-social-behaviour')).toBeCloseTo(0.13, 1)
    expect(share(months.flat(), ({ category }) => category === 'violent-crime')).toBeGreaterThan(0.25)
    expect(share(months.flat(), ({ point }) => point === null)).toBeCloseTo(0.08, 2)
  })

  it('have seasons: ASB in summer, burglary in winter', () => {
    const inMonth = (category: CategoryCode, ...numbers: number[]) =>
      rowsOf(category).filter(({ from }) => numbers.includes(new Date(from).getUTCMonth() + 1)).length
    expect(inMonth('anti-social-behaviour', 6, 8)).toBeGreaterThan(1.4 * inMonth('anti-social-behaviour', 1, 12))
    expect(inMonth('burglary', 12, 1)).toBeGreaterThan(1.25 * inMonth('burglary', 6, 8))
  })

  it('have hours: nobody lifts from a shop at night, half of ASB is from four to ten in the evening', () => {
    expect(share(rowsOf('shoplifting'), (row) => hourOf(row) < 6)).toBe(0)
    expect(share(rowsOf('anti-social-behaviour'), (row) => hourOf(row) >= 16 && hourOf(row) < 22)).toBeGreaterThan(0.4)
  })

  it('have hot spots: a tenth of the street points carry more than 40 in 100', () => {
    const counts = new Map<number, number>()
    for (const { point } of months.flat()) if (point !== null) counts.set(point, (counts.get(point) ?? 0) + 1)
    const sorted = [...counts.values()].toSorted((a, b) => b - a)
    const top = sorted.slice(0, points.length / 10).reduce((sum, count) => sum + count, 0)
    expect(top / sorted.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.4)
  })

  it('have near repeats: a burglary is followed close by within a week more often than by chance', () => {
    const placed = rowsOf('burglary').filter((row) => row.point !== null)
    const followed = (gapDays: number) => {
      const [from, to] = [gapDays * 86_400_000, (gapDays + 7) * 86_400_000]
      return placed.filter((row) =>
        placed.some((other) => other.from - row.from > from && other.from - row.from <= to && near(row, other)),
      ).length
    }
    expect(followed(0)).toBeGreaterThan(1.8 * followed(28))
  })

  it('have one step: vehicle crime in Slough, more by half from its month on', () => {
    const monthly = months.map(
      (rows) => rows.filter((row) => row.category === 'vehicle-crime' && districtOf(row) === 'slough').length,
    )
    const complete = monthly.slice(0, -1)
    const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length
    const before = mean(complete.slice(0, -STEP_MONTHS_BEFORE))
    expect(mean(complete.slice(-STEP_MONTHS_BEFORE)) / before).toBeGreaterThan(1.35)
  })

  it('have outcomes that take time: the newest are under investigation, the oldest hardly ever', () => {
    const open = ({ outcome }: OccurrenceRow) => outcome === 'Under investigation'
    const crimes = months.map((rows) => rows.filter(({ category }) => category !== 'anti-social-behaviour'))
    expect(share(crimes.at(-1) ?? [], open)).toBeGreaterThan(0.5)
    expect(share(crimes[0] ?? [], open)).toBeLessThan(0.02)
    expect(rowsOf('anti-social-behaviour').every(({ outcome }) => outcome === null)).toBe(true)
  })
})

describe('London clocks', () => {
  it('skip an hour in spring and have one twice in autumn', () => {
    const spring = londonDay('2026-03-29')
    const autumn = londonDay('2026-10-25')
    expect([spring.hours, autumn.hours]).toEqual([23, 25])
    expect(new Date(momentOn(spring, 12 * 60)).toISOString()).toBe('2026-03-29T11:00:00.000Z')
    expect(new Date(momentOn(autumn, 12 * 60)).toISOString()).toBe('2026-10-25T12:00:00.000Z')
    expect(new Date(momentOn(londonDay('2026-07-01'), 0)).toISOString()).toBe('2026-06-30T23:00:00.000Z')
  })
})

function near(a: OccurrenceRow, b: OccurrenceRow): boolean {
  const [one, other] = [points[a.point ?? -1], points[b.point ?? -1]]
  if (one === undefined || other === undefined) return false
  return Math.abs(one.longitude - other.longitude) < 0.003 && Math.abs(one.latitude - other.latitude) < 0.0022
}
