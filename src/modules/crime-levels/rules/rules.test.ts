import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getCivilMonth as m, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { FORCES } from '#kernel/areas/reference/forces.ts'
import { besideGroup } from './beside-group.ts'
import { changeOf } from './categories-of-area.ts'
import { changeFrom } from './change.ts'
import { compareForces, type PublisherFacts } from './comparison-forces.ts'
import { deprivationOf } from './deprivation.ts'
import { levelOf, publicCount } from './level.ts'
import { completeMonths, monthsBehind, monthsOf, periodOf, populationYear } from './months.ts'
import { whenPrecisionWords, whenWords } from './precision-words.ts'
import { nearestByPopulation } from './similar-areas.ts'
import { placesOf, placeWords } from './standing.ts'
import { trendOf } from './trend.ts'
import { trimGeometry } from './trim-geometry.ts'
import { categoriesOf, WHATS } from './what.ts'

const YEAR = monthsBetween(m('2023-03'), m('2024-02'))
const PERIOD = { from: m('2023-03'), to: m('2024-02') }
const NOW = new Date('2024-04-10T12:00:00Z')

describe('What is counted', () => {
  it('never counts anti-social behaviour as crime', () => {
    expect(categoriesOf('crime')).not.toContain('anti-social-behaviour')
    expect(categoriesOf('anti-social-behaviour')).toEqual(['anti-social-behaviour'])
  })

  it('counts every category once: all crime and anti-social behaviour together are everything', () => {
    const single = WHATS.filter((what) => what !== 'crime').flatMap(categoriesOf)
    expect([...categoriesOf('crime'), ...categoriesOf('anti-social-behaviour')].toSorted()).toEqual(single.toSorted())
  })
})

describe('The months shown', () => {
  it('leave out the month that still runs, by London time', () => {
    const loaded = [m('2024-02'), m('2024-03'), m('2024-04')]
    expect(completeMonths(loaded, NOW, null)).toEqual(['2024-02', '2024-03'])
    // Half past midnight of 1 May in London is still April in UTC.
    expect(completeMonths(loaded, new Date('2024-04-30T23:30:00Z'), null)).toEqual(loaded)
  })

  it('leave out the last month of a demonstration that ends in it', () =>
    expect(completeMonths(YEAR, NOW, '2024-02-20')).toEqual(YEAR.slice(0, -1)))

  it('are the twelve that end with the last one loaded, where none are asked for', () => {
    expect(periodOf({ from: null, to: null }, [m('2018-06'), m('2024-02')])).toEqual(PERIOD)
    expect(periodOf({ from: null, to: null }, [])).toBeNull()
  })

  it('are refused the wrong way round, or when there are too many', () => {
    expect(() => periodOf({ from: m('2024-02'), to: m('2023-02') }, YEAR)).toThrow(Invalid)
    expect(() => periodOf({ from: m('2003-02'), to: m('2023-02') }, YEAR)).toThrow(Invalid)
  })

  it('are either counted or missing, and never both', () =>
    fc.assert(
      fc.property(fc.subarray(YEAR), (loaded) => {
        const { counted, missing } = monthsOf(PERIOD, loaded)
        expect([...counted, ...missing].toSorted()).toEqual(YEAR)
        expect(counted).toEqual(loaded)
      }),
    ))

  it('take the population of the year in which their middle lies', () => {
    expect(populationYear(PERIOD)).toBe(2023)
    expect(populationYear({ from: m('2018-10'), to: m('2018-10') })).toBe(2018)
  })

  it('are behind when the newest is more than three months old', () => {
    expect(monthsBehind(m('2024-01'), NOW)).toBeNull()
    expect(monthsBehind(m('2023-12'), NOW)).toBe(4)
  })
})

describe('A level', () => {
  const population = { people: 100_000, midYear: 2020 }

  it('over a whole year is the count per 1,000 residents', () => {
    const level = levelOf({ count: 5_000, counted: YEAR, period: PERIOD, population })
    expect(level.basis).toBe('whole')
    expect(level.rate?.perThousand).toBeCloseTo(50)
    expect(level.rate?.low).toBeCloseTo(48.62, 1)
    expect(level.meaning).toContain('mid-2020')
  })

  it('over a part of it is scaled by days, and says so', () => {
    const level = levelOf({ count: 500, counted: YEAR.slice(-1), period: PERIOD, population })
    expect(level.basis).toBe('scaled')
    expect(level.rate?.perThousand).toBeCloseTo((5 * 366) / 29, 6)
  })

  it('has no rate without people or without months, and a count all the same', () => {
    expect(levelOf({ count: 7, counted: YEAR, period: PERIOD, population: null })).toMatchObject({
      count: 7,
      rate: null,
    })
    expect(levelOf({ count: 0, counted: [], period: PERIOD, population })).toMatchObject({ rate: null, basis: 'none' })
    expect(
      levelOf({ count: 7, counted: YEAR, period: PERIOD, population: { people: 0, midYear: 2020 } }).rate,
    ).toBeNull()
  })

  it('is hidden from the public when it is small, and never from staff', () => {
    expect(publicCount(4)).toEqual({ kind: 'suppressed', words: 'fewer than 5' })
    expect(publicCount(0)).toEqual({ kind: 'shown', count: 0 })
  })
})

describe('Forces side by side', () => {
  const facts = (publisher: string, months = YEAR, people: number | null = 1_000_000): PublisherFacts => ({
    publisher,
    name: publisher,
    counts: new Map(months.map((month) => [month, 1_000])),
    population: people === null ? null : { people, midYear: 2020 },
  })

  it('are compared over the very same months only', () => {
    const { forces, left } = compareForces(
      facts('thames-valley'),
      [facts('kent'), facts('surrey', YEAR.slice(1))],
      YEAR,
    )
    expect(forces.map(({ publisher }) => publisher)).toEqual(['thames-valley', 'kent'])
    expect(forces[0]?.perThousand).toBeCloseTo(12)
    expect(left).toEqual([{ name: 'surrey', why: 'March 2023 not loaded' }])
  })

  it('leave out a force with nobody living in it', () =>
    expect(compareForces(facts('thames-valley'), [facts('btp', YEAR, null)], YEAR).left).toEqual([
      { name: 'btp', why: 'it has no residents to count over' },
    ]))

  it('make a national rate only when each of the 43 territorial forces is there', () => {
    const others = FORCES.filter(({ id, areaCode }) => areaCode !== null && id !== 'thames-valley').map(({ id }) =>
      facts(id),
    )
    expect(others).toHaveLength(42)
    expect(compareForces(facts('thames-valley'), others, YEAR).national).toBeCloseTo(12)
    expect(compareForces(facts('thames-valley'), others.slice(1), YEAR).national).toBeNull()
  })
})

describe('Change from the year before', () => {
  const year = (count: number) => ({ count, days: 365 })

  it('is said in words, with its interval, only where it is more than chance', () => {
    expect(changeFrom(year(1_200), year(1_000)).words).toBe('higher by 20% (10% to 31%)')
    expect(changeFrom(year(800), year(1_000)).words).toBe('lower by 20% (12% to 27%)')
    expect(changeFrom(year(1_010), year(1_000)).kind).toBe('no-difference-shown')
  })

  it('is not said of few events, nor against months that are not loaded', () => {
    expect(changeFrom(year(9), year(100)).kind).toBe('too-few')
    const facts = { counted: YEAR, loaded: YEAR }
    expect(changeOf(() => 1_000, facts).kind).toBe('not-loaded')
  })
})

describe('Areas among their kind', () => {
  const areas = [40, 45, 50, 55, 60, 300].map((rate, id) => ({
    id,
    name: `Area ${id}`,
    count: rate * 20,
    personYears: 20_000,
  }))

  it('stand outside the limits when they are unusual even among places that all differ', () => {
    const places = placesOf(areas)
    expect(placeWords(places.get(5) ?? { place: 'inside', side: 'above' })).toMatch(/^above the /)
    expect(places.get(2)?.place).toBe('inside')
  })

  it('are not judged where there are fewer than five', () => expect(placesOf(areas.slice(0, 4)).size).toBe(0))

  it('have as their group those nearest by population, in proportion', () => {
    const sized = [5_000, 20_000, 10_000, 11_000, 100_000].map((people, id) => ({ id, people }))
    const self = { id: 2, people: 10_000 }
    expect(nearestByPopulation(self, sized, 3).map(({ id }) => id)).toEqual([3, 0, 1])
    expect(nearestByPopulation<{ id: number; people: number | null }>({ id: 2, people: null }, sized)).toEqual([])
  })

  it('are set beside their group without themselves', () => {
    const [own, ...group] = [{ id: 1, name: 'Own', count: 200, personYears: 1_000 }, ...areas.slice(0, 3)]
    expect(besideGroup(own ?? { id: 0, name: '', count: 0, personYears: 1 }, group)).toContain(
      'higher by more than chance',
    )
    expect(besideGroup({ id: 1, name: 'Own', count: 200, personYears: 1_000 }, [])).toBeNull()
  })
})

describe('Deprivation', () => {
  const counts = [
    { edition: 2015, decile: 1, smallAreas: 3 },
    { edition: 2019, decile: 2, smallAreas: 4 },
    { edition: 2019, decile: 9, smallAreas: 6 },
  ]

  it('is told by the latest index not after the year, else by the first there is', () => {
    expect(deprivationOf(counts, 2018)).toMatchObject({ edition: 2015, mostDeprived: 3 })
    expect(deprivationOf(counts, 2024)).toMatchObject({
      edition: 2019,
      smallAreas: 10,
      mostDeprived: 4,
      leastDeprived: 6,
    })
    expect(deprivationOf(counts, 2001)?.edition).toBe(2015)
    expect(deprivationOf([], 2024)).toBeNull()
  })
})

describe('When something happened', () => {
  const when = { from: '2026-07-01T13:45:00Z', to: '2026-07-01T14:45:00Z', month: m('2026-07') }

  it('is told no more exactly than it is known', () => {
    expect(whenWords({ ...when, precision: 'month' })).toBe('July 2026')
    expect(whenWords({ ...when, precision: 'day' })).toBe('Wed 1 July 2026')
    expect(whenWords({ ...when, precision: 'minute' })).toBe('Wed 1 July 2026, 14:45')
    expect(whenPrecisionWords({ ...when, precision: 'hour' })).toBe('some time from 14:45 to 15:45')
  })
})

describe('A trend', () => {
  const series = YEAR.map((month, i) => ({ month, count: 100 + i }))

  it('is a control chart from twelve months on end and not before', () => {
    expect(trendOf(series, 50_000).kind).toBe('chart')
    expect(trendOf(series.slice(1), 50_000).kind).toBe('too-few')
    expect(trendOf([...series.slice(0, 5), ...series.slice(6)], 50_000).kind).toBe('too-few')
  })

  it('is of counts where nobody knows how many people there are', () =>
    expect(trendOf(series, null).points.map(({ value }) => value)).toEqual(series.map(({ count }) => count)))
})

describe('The outline that a map gets', () => {
  it('has five decimals and stays a closed ring', () => {
    const square = [
      [-1.1234567, 51],
      [-1.1234568, 51],
      [-1, 51],
      [-1, 52],
      [-1.1234567, 51],
    ]
    const trimmed = trimGeometry({ type: 'Polygon', coordinates: [square] })
    expect(trimmed.coordinates[0]).toEqual([
      [-1.12346, 51],
      [-1, 51],
      [-1, 52],
      [-1.12346, 51],
    ])
  })
})
