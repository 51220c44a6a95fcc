import { type CivilMonth, formatMonths } from '#calculations/calendar/civil-month.ts'
import { ratePerThousand } from '#calculations/rates/rate.ts'
import { yearsCovered } from '#calculations/rates/period-rate.ts'
import { FORCES, findForce, type Force } from '#kernel/areas/reference/forces.ts'

/** What one force published, and the people it is counted over. */
export interface PublisherFacts {
  readonly publisher: string
  readonly name: string
  /** Events by month that was loaded, nought included. */
  readonly counts: ReadonlyMap<CivilMonth, number>
  readonly population: { readonly people: number; readonly midYear: number } | null
}

export interface ForceRate {
  readonly publisher: string
  readonly name: string
  readonly count: number
  readonly people: number
  readonly midYear: number
  readonly perThousand: number
  readonly low: number
  readonly high: number
}

export interface ForceComparison {
  /** Own force first, then those that can be set beside it, by name. Empty where the own force has no rate. */
  readonly forces: readonly ForceRate[]
  /** Loaded, but not to be set beside it, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[]
  /** The rate over every territorial force of England and Wales, or null where one of them is missing. */
  readonly national: number | null
}

const TERRITORIAL = (FORCES satisfies readonly Force[]).filter((force) => force.areaCode !== null)

/**
 * Other forces over the very same months: those of the own force that are counted. A force of which one of them is missing,
 * or with nobody living in it, is left out and named.
 */
export function compareForces(
  own: PublisherFacts,
  others: readonly PublisherFacts[],
  months: readonly CivilMonth[],
): ForceComparison {
  const ownRate = rateOf(own, months)
  if (ownRate === null) return { forces: [], left: [], national: null }
  const sorted = others.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const rates = sorted.map((force) => rateOf(force, months)).filter((rate) => rate !== null)
  const left = sorted.flatMap((force) => {
    const why = whyLeft(force, months)
    return why === null ? [] : [{ name: force.name, why }]
  })
  return { forces: [ownRate, ...rates], left, national: nationalRate([ownRate, ...rates], months) }
}

function rateOf(force: PublisherFacts, months: readonly CivilMonth[]): ForceRate | null {
  const { publisher, name, counts, population } = force
  if (population === null || population.people === 0 || months.length === 0) return null
  if (months.some((month) => !counts.has(month))) return null
  const count = months.reduce((sum, month) => sum + (counts.get(month) ?? 0), 0)
  const { perThousand, low, high } = ratePerThousand(count, population.people * yearsCovered(months))
  return { publisher, name, count, ...population, perThousand, low, high }
}

function whyLeft({ publisher, counts, population }: PublisherFacts, months: readonly CivilMonth[]): string | null {
  const missing = months.filter((month) => !counts.has(month))
  if (missing.length === months.length) return 'none of these months is loaded'
  if (missing.length > 0) return `${formatMonths(missing)} not loaded`
  if (population !== null) return null
  return findForce(publisher)?.areaCode === null ? 'it has no residents to count over' : 'no population is loaded'
}

function nationalRate(forces: readonly ForceRate[], months: readonly CivilMonth[]): number | null {
  const byPublisher = new Map(forces.map((force) => [force.publisher, force]))
  const all = TERRITORIAL.map(({ id }) => byPublisher.get(id)).filter((force) => force !== undefined)
  if (all.length < TERRITORIAL.length) return null
  const count = all.reduce((sum, force) => sum + force.count, 0)
  const people = all.reduce((sum, force) => sum + force.people, 0)
  return ratePerThousand(count, people * yearsCovered(months)).perThousand
}
