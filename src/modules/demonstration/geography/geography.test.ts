import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAreaIndex } from '#calculations/geometry/area-index.ts'
import { areaKm2 } from '#calculations/geometry/measures.ts'
import { isInside } from '#calculations/geometry/representative-point.ts'
import { boxOf, polygonsOf } from '#calculations/geometry/shapes.ts'
import { validateGeometry } from '#calculations/geometry/validate-geometry.ts'
import { nestingOf } from '#kernel/areas/nest-areas.ts'
import { DISTRICTS } from './districts.ts'
import { peopleByWard, populationsOf } from './populations.ts'
import { drawGeography, FORCE, type SchematicKind } from './schematic-areas.ts'
import { streetPoints } from './street-points.ts'

const { wards, areas } = drawGeography()
const keyed = areas.map((area) => ({ id: `${area.kind} ${area.code}`, geometry: area.geometry }))
const index = createAreaIndex(keyed)
const ofKind = (kind: SchematicKind) => areas.filter((area) => area.kind === kind)
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

describe('The schematic geography', () => {
  it('has the 16 districts and 12 policing areas of 2016, every code once', () => {
    expect(ofKind('force')).toHaveLength(1)
    expect(ofKind('policing-area')).toHaveLength(12)
    expect(ofKind('local-authority')).toHaveLength(16)
    expect(new Set(keyed.map(({ id }) => id)).size).toBe(areas.length)
  })

  it('is made of sound outlines, each place inside its own ward', () => {
    for (const area of areas) expect(validateGeometry(area.geometry), area.name).toEqual({ faults: [], blemishes: [] })
    for (const ward of wards) expect(isInside(ward.geometry, ward.centre), ward.name).toBe(true)
  })

  it('puts every point of the force in one ward, and in all that is around that ward; and no other point anywhere', () => {
    const [west, south, east, north] = boxOf(ofKind('force')[0]?.geometry ?? { type: 'Polygon', coordinates: [] })
    const byCode = new Map(wards.map((ward) => [ward.code, ward]))
    const degrees = { noNaN: true, noDefaultInfinity: true }
    fc.assert(
      fc.property(
        fc.double({ min: west, max: east, ...degrees }),
        fc.double({ min: south, max: north, ...degrees }),
        (x, y) => {
          const found = index.areasAt([x, y])
          const ward = byCode.get(found.find((id) => id.startsWith('ward '))?.slice(5) ?? '')
          const expected =
            ward === undefined
              ? []
              : [...Object.entries(ward.within).map(([kind, code]) => `${kind} ${code}`), `ward ${ward.code}`]
          expect(found.toSorted()).toEqual(expected.toSorted())
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('says of each area what lies around it just as its outline does', () => {
    const numbered = areas.map((area, id) => ({ ...area, id }))
    const drawn = nestingOf(numbered).map(({ inner, outer }) => `${inner} ${outer}`)
    const said = numbered.flatMap((area) =>
      numbered.filter(({ kind, code }) => area.within[kind] === code).map((outer) => `${area.id} ${outer.id}`),
    )
    expect(drawn.toSorted()).toEqual(said.toSorted())
  })

  it('has towns smaller than countryside, and no slivers', () => {
    const sizes = (town: boolean) =>
      wards.filter(({ place }) => (place === 'village') !== town).map(({ geometry }) => areaKm2(geometry))
    expect(median(sizes(true))).toBeLessThan(median(sizes(false)) / 2)
    expect(Math.min(...sizes(true), ...sizes(false))).toBeGreaterThan(0.4)
    // Four times pi times area over perimeter squared: 1 for a circle, 0.1 for a strip 25 times as long as wide.
    for (const { name, geometry } of wards) expect(roundness(geometry), name).toBeGreaterThan(0.2)
  })

  it('covers about as much land as the real force, 5,700 square kilometres', () => {
    expect(areaKm2(ofKind('force')[0]?.geometry ?? { type: 'Polygon', coordinates: [] })).toBeGreaterThan(5200)
  })

  it('has street points inside the wards that they are said to be in', () => {
    for (const ward of wards.filter((_, i) => i % 9 === 0)) {
      const points = streetPoints(ward)
      expect(points.length).toBeGreaterThan(8)
      for (const { longitude, latitude } of points)
        expect(index.areasAt([longitude, latitude])).toContain(`ward ${ward.code}`)
    }
  })
})

describe('The made-up population', () => {
  it('adds up from wards to the force, to the last person, in every year', () => {
    for (const year of [2016, 2022, 2025]) {
      const figures = populationsOf({ wards, areas }, [year])
      const sum = (kind: SchematicKind) =>
        figures
          .filter((figure) => figure.kind === kind && !['northshire', 'southshire'].includes(figure.code))
          .reduce((total, { people }) => total + people, 0)
      const force = figures.find(({ code }) => code === FORCE.code)?.people
      for (const kind of ['ward', 'neighbourhood', 'local-authority', 'policing-area'] as const)
        expect(sum(kind), `${kind} ${year}`).toBe(force)
    }
  })

  it('is that of the districts in 2016', () => {
    const people = peopleByWard(wards, 2016)
    const reading = wards.filter(({ district }) => district === 'reading')
    expect(reading.reduce((sum, { code }) => sum + (people.get(code) ?? 0), 0)).toBe(DISTRICTS.reading.people2016)
  })
})

function roundness(geometry: Parameters<typeof polygonsOf>[0]): number {
  const [ring = []] = polygonsOf(geometry)[0] ?? []
  let perimeter = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    perimeter += Math.hypot((x2 - x1) * 69, (y2 - y1) * 111)
  }
  return (4 * Math.PI * areaKm2(geometry)) / perimeter ** 2
}
