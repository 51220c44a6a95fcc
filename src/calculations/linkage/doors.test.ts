import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { createLinker, createScorer, learn, prepareRecords, SETTINGS, tableOf } from './index.ts'
import type { ColumnMapping, PersonRecord } from './index.ts'

const MAPPING: ColumnMapping = {
  flat: 'door',
  number: 'door',
  address: 'address',
  locality: 'locality',
  postcode: 'postcode',
}

const STREETS = 'Ash Birch Church Elm Fern Grove Hazel Ivy Juniper Larch Mill Oak Poplar Quarry Rowan Sycamore'.split(
  ' ',
)
const KINDS = ['Road', 'Close', 'Avenue']
const TOWNS = ['Aylesbury', 'Bicester', 'Didcot', 'Witney']
const TWICE = 60

/** Streets of 40 houses, a postcode for each side of a street, some houses in flats; and of some doors a second record, with a slip. */
function makeTown() {
  const random = createRandom('doors')
  const of = (most: number) => Math.floor(random.next() * most)
  const doors: PersonRecord[] = []
  for (const [at, name] of STREETS.entries())
    for (const [kindAt, kind] of KINDS.entries()) {
      const town = of(TOWNS.length)
      const letter = 'ABDEFGHJLN'.charAt(Math.floor(at / 10) * KINDS.length + kindAt)
      const sides = ['P', 'Q'].map((side) => `OX${10 + town} ${at % 10}${letter}${side}`)
      for (let number = 1; number <= 40; number++) {
        const house = {
          number: `${number}`,
          address: `${name} ${kind}`,
          locality: TOWNS[town] ?? '',
          postcode: sides[number % 2] ?? '',
        }
        const flats = of(10) === 0 ? 3 : 0
        if (flats === 0) doors.push({ ...house, flat: 'none' })
        for (let flat = 1; flat <= flats; flat++) doors.push({ ...house, flat: `Flat ${flat}` })
      }
    }
  const again = Array.from({ length: TWICE }, (_, at) => at * 25)
  const spoilt = again.map((at, i) => {
    const { address = '', ...door } = doors[at] ?? {}
    return i % 2 === 0
      ? { ...door, address: `${address?.slice(0, 2)}${address?.slice(3)}` }
      : { ...door, address, locality: '' }
  })
  return { doors, again, records: [...doors, ...spoilt] }
}

describe('Doors of a town', () => {
  const { doors, again, records } = makeTown()
  const prepared = prepareRecords(tableOf(MAPPING, records), SETTINGS)
  const model = learn(prepared, MAPPING)

  it('are not taken for one another for their street, place and postcode, and what is there twice is found', () => {
    const found = new Set<string>()
    createLinker(prepared, model, 1).link(0, records.length, (left, right) => found.add(`${left} ${right}`))
    const second = again.map((at, i) => `${at} ${doors.length + i}`)
    expect(second.filter((pair) => found.has(pair)).length / TWICE).toBeGreaterThan(0.8)
    expect([...found].filter((pair) => !second.includes(pair))).toHaveLength(0)
  })

  it('tell a house from its neighbour, and from a flat in it, wherever two are compared', () => {
    const scorer = createScorer(model)
    const house = { flat: 'none', number: '12', address: 'Ash Road', locality: 'Witney', postcode: 'OX13 0AD' }
    const chance = (other: PersonRecord) => scorer.score(house, [{ ...house, ...other }])[0]
    expect(chance({})).toBeGreaterThan(0.9)
    expect(chance({ number: '13' })).toBeLessThan(0.05)
    expect(chance({ flat: 'Flat 1' })).toBeLessThan(0.05)
  })
})
