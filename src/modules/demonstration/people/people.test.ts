import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '#calculations/random/random.ts'
import { drawGeography } from '../geography/schematic-areas.ts'
import { layStreets, type PlacedPoint } from '../occurrences/ward-streets.ts'
import { addressLabel } from './addresses.ts'
import { COMMUNITIES } from './communities.ts'
import { nameBy } from './naming.ts'
import { phoneNumber, vehicleOf } from './things.ts'
import { planTown, sizeOf } from './town-plan.ts'
import { drawWardPeople, type WardPeople } from './ward-people.ts'
import { PHENOMENA } from './written-names.ts'

const YEAR = 2025
const { wards } = drawGeography()
const { points } = layStreets(wards)

function at<T>(items: readonly T[], place: number): T {
  const item = items[place]
  if (item === undefined) throw new RangeError(`There is nothing at ${place}`)
  return item
}

function peopleOf(code: string, records: number, seed = 7): { people: WardPeople; own: PlacedPoint[] } {
  const number = wards.findIndex((ward) => ward.code === code)
  const ward = wards[number]
  if (ward === undefined) throw new RangeError(code)
  const own = points.filter((point) => point.ward === ward)
  const random = createRandom(seed).split(code)
  return {
    people: drawWardPeople(random, { ward, number, records }, own, points.indexOf(at(own, 0)), YEAR),
    own,
  }
}

const share = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length / items.length

describe('The people of a ward', () => {
  let people: WardPeople
  let own: PlacedPoint[]
  beforeAll(() => {
    ;({ people, own } = peopleOf('schematic-katesgrove', 9_000))
  })
  const records = () => people.residents.flatMap((resident) => resident.records)

  it('are of every community, in about the proportions of the place', () => {
    const british = share(people.residents, ({ person }) => person.community === 'british')
    expect(british).toBeGreaterThan(0.4)
    expect(british).toBeLessThan(0.65)
    expect(new Set(people.residents.map(({ person }) => person.community)).size).toBeGreaterThan(25)
    const village = peopleOf('schematic-leafield', 2_000).people
    expect(share(village.residents, ({ person }) => person.community === 'british')).toBeGreaterThan(0.85)
  })

  it('live in households whose children are younger than their parents, and nobody is yet to be born', () => {
    const born = (place: number) => people.residents[place]?.person.birthYear ?? 0
    for (const [parent, child] of people.kin.filter(([, , kind]) => kind === 'parent-of'))
      expect(born(child) - born(parent)).toBeGreaterThanOrEqual(15)
    expect(people.residents.every(({ person }) => person.birthDate <= `${YEAR}-12-31`)).toBe(true)
  })

  it('have twins, and sons who are called after their fathers', () => {
    const of = (place: number) => at(people.residents, place).person
    const siblings = people.kin.filter(([, , kind]) => kind === 'sibling-of')
    expect(siblings.filter(([one, other]) => of(one).birthDate === of(other).birthDate).length).toBeGreaterThan(3)
    const named = people.kin.filter(
      ([from, to, kind]) =>
        kind === 'parent-of' &&
        of(to).sex === 'male' &&
        of(from).sex === 'male' &&
        of(from).name.given[0] === of(to).name.given[0],
    )
    expect(named.length).toBeGreaterThan(3)
  })

  it('are recorded again at a realistic rate, and mostly otherwise than before', () => {
    const again = people.residents.flatMap((resident) => resident.records.slice(1))
    expect(again.length / records().length).toBeGreaterThan(0.07)
    expect(again.length / records().length).toBeLessThan(0.13)
    expect(share(again, ({ differs }) => differs.length > 0)).toBeGreaterThan(0.5)
  })

  it('have another name in four records of ten', () => {
    const aliased = share(records(), ({ names }) => names.length > 1)
    expect(aliased).toBeGreaterThan(0.33)
    expect(aliased).toBeLessThan(0.47)
  })

  it('are written down with every kind of error, none of them often', () => {
    const found = new Map<string, number>()
    for (const { differs } of records()) for (const kind of differs) found.set(kind, (found.get(kind) ?? 0) + 1)
    for (const kind of PHENOMENA.filter((kind) => kind !== 'exact' && kind !== 'accents'))
      expect(found.get(kind), kind).toBeGreaterThan(0)
    expect(share(records(), ({ differs }) => differs.length === 0)).toBeGreaterThan(0.7)
  })

  it('have few among them who offend again and again', () => {
    const weights = people.residents.map(({ offending }) => offending).toSorted((a, b) => b - a)
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const top = weights.slice(0, weights.length / 100).reduce((sum, weight) => sum + weight, 0)
    expect(share(weights, (weight) => weight > 0)).toBeLessThan(0.12)
    expect(top / all).toBeGreaterThan(0.3)
  })

  it('live at addresses that are each there once, point by point', () => {
    expect(new Set(people.addresses.map(addressLabel)).size / people.addresses.length).toBeGreaterThan(0.999)
    expect(people.firstOf).toHaveLength(own.length + 1)
    for (const [place, { point }] of people.addresses.entries()) {
      const ofWard = point - points.indexOf(at(own, 0))
      expect(place).toBeGreaterThanOrEqual(people.firstOf[ofWard] ?? Infinity)
      expect(place).toBeLessThan(people.firstOf[ofWard + 1] ?? 0)
    }
  })

  it('are the same again for the same seed, and others for another', () => {
    const small = () => JSON.stringify(peopleOf('schematic-leafield', 300).people.residents)
    expect(small()).toBe(small())
    expect(JSON.stringify(peopleOf('schematic-leafield', 300, 8).people.residents)).not.toBe(small())
  })
})

describe('Names by the customs of a community', () => {
  const random = createRandom('customs')
  const named = (code: keyof typeof COMMUNITIES, sex: 'female' | 'male') =>
    Array.from({ length: 200 }, () => nameBy(random, code, sex, 1970))

  it('end as women’s do in Polish, and have Singh or Kaur among Sikhs', () => {
    expect(named('polish', 'female').filter(({ family }) => /[sc]ki$/.test(family))).toEqual([])
    for (const { given, family } of named('punjabi-sikh', 'female')) expect([...given, family]).toContain('Kaur')
    for (const { given, family } of named('punjabi-sikh', 'male')) expect([...given, family]).toContain('Singh')
  })

  it('give a Somali child the father’s given name in the middle', () => {
    const father = { given: ['Abdi', 'Farah'], family: 'Warsame' }
    const child = nameBy(random, 'somali', 'female', 2010, { father, mother: father, married: true })
    expect([child.given[1], child.family]).toEqual(['Abdi', 'Farah'])
  })
})

describe('The size of a force', () => {
  it('is ten years at 1, and three years of occurrences at least', () => {
    expect(sizeOf(1)).toEqual({ people: 2_500_000, months: 120 })
    expect(sizeOf(0.4)).toEqual({ people: 1_000_000, months: 48 })
    expect(sizeOf(0.0004)).toEqual({ people: 1000, months: 36 })
  })

  it('fills the wards about the middle one by one, and all of them at 1', () => {
    const town = planTown(wards, 50_000)
    expect(town[0]?.ward.name).toBe('Reading Abbey')
    expect(town.reduce((sum, { records }) => sum + records, 0)).toBe(50_000)
    expect(town.length).toBeLessThan(8)
    expect(planTown(wards, 2_500_000).length).toBe(wards.length)
  })
})

describe('Vehicles and phones', () => {
  it('have each a mark and a number of their own, which nobody real has', () => {
    const random = createRandom('things')
    const marks = Array.from({ length: 5000 }, (_, i) => vehicleOf(random, i, YEAR).mark)
    expect(new Set(marks).size).toBe(5000)
    for (const mark of marks) expect(mark).toMatch(/^[JTU][A-HJ-Y]\d\d[A-HJ-Y]{3}$/)
    const numbers = Array.from({ length: 5000 }, (_, i) => phoneNumber(i))
    expect(new Set(numbers).size).toBe(5000)
    for (const number of numbers) expect(number).toMatch(/^44(7700900\d{3}|710\d{7})$/)
  })
})
