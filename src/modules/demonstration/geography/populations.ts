import { DISTRICTS, type DistrictCode } from './districts.ts'
import type { SchematicGeography, SchematicKind, SchematicWard } from './schematic-areas.ts'

export const POPULATION_SOURCE = 'Made up for the demonstration'

export interface PopulationFigure {
  readonly kind: SchematicKind
  readonly code: string
  readonly name: string
  readonly midYear: number
  readonly people: number
}

/** Neighbouring forces that do not exist; their names say so. People in the middle of 2016, and growth a year. */
export const MADE_UP_FORCES = [
  { publisher: 'northshire', name: 'Northshire (made up)', people2016: 310_000, growth: 0.004, crimeLevel: 1.08 },
  { publisher: 'southshire', name: 'Southshire (made up)', people2016: 430_000, growth: 0.007, crimeLevel: 0.87 },
] as const

/**
 * How many people live in each area in the middle of each of the years: made up, near the real size in 2016, growing
 * evenly. Wards add up to their neighbourhood, district, policing area and the force, to the last person.
 */
export function populationsOf(geography: SchematicGeography, midYears: readonly number[]): PopulationFigure[] {
  return midYears.flatMap((midYear) => {
    const byWard = peopleByWard(geography.wards, midYear)
    const ofForce = geography.areas.map((area) => {
      const members = geography.wards.filter((ward) => ward.code === area.code || ward.within[area.kind] === area.code)
      const people =
        area.kind === 'ward'
          ? (byWard.get(area.code) ?? 0)
          : members.reduce((sum, ward) => sum + (byWard.get(ward.code) ?? 0), 0)
      return { kind: area.kind, code: area.code, name: area.name, midYear, people }
    })
    const ofOthers = MADE_UP_FORCES.map(({ publisher, name, people2016, growth }) => ({
      kind: 'force' as const,
      code: publisher,
      name,
      midYear,
      people: grown(people2016, growth, midYear),
    }))
    return [...ofForce, ...ofOthers]
  })
}

/** People by ward code: each district's figure shared out by the rough sizes of its places, largest remainder first. */
export function peopleByWard(wards: readonly SchematicWard[], midYear: number): Map<string, number> {
  const people = new Map<string, number>()
  for (const district of Object.keys(DISTRICTS).filter(isDistrict)) {
    const members = wards.filter((ward) => ward.district === district)
    const { people2016, growth } = DISTRICTS[district]
    const total = grown(people2016, growth, midYear)
    const weight = members.reduce((sum, ward) => sum + ward.thousands, 0)
    const shares = members.map((ward) => ({ ward, exact: (total * ward.thousands) / weight }))
    let left = total - shares.reduce((sum, { exact }) => sum + Math.floor(exact), 0)
    const byRemainder = shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1) || (a.ward.code < b.ward.code ? -1 : 1))
    for (const { ward, exact } of byRemainder) {
      people.set(ward.code, Math.floor(exact) + (left > 0 ? 1 : 0))
      left--
    }
  }
  return people
}

function grown(people2016: number, growth: number, midYear: number): number {
  return Math.round(people2016 * (1 + growth) ** (midYear - 2016))
}

function isDistrict(code: string): code is DistrictCode {
  return Object.hasOwn(DISTRICTS, code)
}
