import { type Hexagon, hexagonNeighbourhoods } from '#calculations/hexagons/hexagons.ts'
import { falseDiscoveryShares } from '#calculations/probability/false-discovery.ts'
import { refused, type Refused } from '#calculations/refusals/refused.ts'
import { getisOrd } from './getis-ord.ts'
import { standardisedRates } from './standardised-rates.ts'

export type HotSpotCell = {
  readonly cell: Hexagon
  readonly count: number
  /** Getis and Ord's z of the cell and its neighbours together. */
  readonly z: number
  readonly p: number
  /** The share of false finds among cells at least as unlikely as this. */
  readonly q: number
  readonly standing: 'hot' | 'cold' | 'neither'
}

export type HotSpots = {
  readonly kind: 'tested'
  /** Every cell that was tested, in the order of the region. */
  readonly cells: readonly HotSpotCell[]
  readonly events: number
  /** Events in cells outside the region, or without exposure where there is a base: not in the test. */
  readonly leftOut: number
}

export type HotSpotRefusal = Refused<'too-few-cells' | 'too-few-events' | 'too-thin' | 'all-alike'>

export type HotSpotOptions = {
  /** Residents, homes or the like by cell: rates are tested instead of counts, in cells that have any. */
  readonly exposure?: ReadonlyMap<Hexagon, number>
  /** Whether cold spots are looked for too; else all of the chance of a false find is spent on hot ones. */
  readonly sides?: 'hot' | 'both'
  /** The share of false finds allowed among what is found. */
  readonly falseDiscovery?: number
}

/** Of the region: below this the deviation of all cells is not known well enough [default: the usual rule of 30]. */
export const FEWEST_CELLS = 30
/** [default] */
export const FEWEST_EVENTS = 50
/** Expected in a cell and its six neighbours together, below which one event more or less decides [default]. */
export const FEWEST_AROUND = 1

/**
 * Which cells of the region, taken with their neighbours, have more (or fewer) events than chance would give them,
 * were the counts shuffled over the region, with the share of false finds held down.
 *
 * The region is every cell in which an event could have been counted, the empty ones too (`hexagonsIn`). Count what
 * victims reported: counts of what officers do, such as stop and search, find where officers are.
 */
export function hotSpots(
  counts: ReadonlyMap<Hexagon, number>,
  region: readonly Hexagon[],
  { exposure, sides = 'both', falseDiscovery = 0.05 }: HotSpotOptions = {},
): HotSpots | HotSpotRefusal {
  const cells = exposure === undefined ? region : region.filter((cell) => (exposure.get(cell) ?? 0) > 0)
  const seen = Float64Array.from(cells, (cell) => counts.get(cell) ?? 0)
  const events = seen.reduce((sum, count) => sum + count, 0)
  const refusal = refuse(cells.length, events)
  if (refusal) return refusal
  const values =
    exposure === undefined
      ? seen
      : standardisedRates(
          seen,
          Float64Array.from(cells, (cell) => exposure.get(cell) ?? 0),
        )
  const tested = getisOrd(values, hexagonNeighbourhoods(cells), exposure === undefined ? 1 : 0)
  if (!tested) return refused('all-alike', 'Every cell has the same count, so none can stand out.')
  const p =
    sides === 'hot'
      ? tested.pAbove
      : tested.pAbove.map((above, i) => Math.min(1, 2 * Math.min(above, tested.pBelow[i] ?? 1)))
  const q = falseDiscoveryShares(p)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    kind: 'tested',
    events,
    leftOut: all - events,
    cells: cells.map((cell, i) => {
      const z = tested.z[i] ?? 0
      const found = (q[i] ?? 1) <= falseDiscovery
      const standing = !found ? 'neither' : z > 0 ? 'hot' : 'cold'
      return { cell, count: seen[i] ?? 0, z, p: p[i] ?? 1, q: q[i] ?? 1, standing }
    }),
  }
}

function refuse(cells: number, events: number): HotSpotRefusal | undefined {
  if (cells < FEWEST_CELLS) {
    return refused(
      'too-few-cells',
      `The region has ${cells} cells, and a test needs ${FEWEST_CELLS}: take smaller cells.`,
    )
  }
  if (events < FEWEST_EVENTS) {
    return refused(
      'too-few-events',
      `There are ${events} events, and a test needs ${FEWEST_EVENTS}: take a longer time.`,
    )
  }
  const around = (events / cells) * 7
  if (around < FEWEST_AROUND) {
    const words = `A cell and its neighbours hold ${around.toFixed(1)} events on average, and a test needs ${FEWEST_AROUND}`
    return refused('too-thin', `${words}: take larger cells or a longer time.`)
  }
  return undefined
}
