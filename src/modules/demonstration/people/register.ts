import type { Random } from '#calculations/random/random.ts'
import type { WardPeople } from './ward-people.ts'

/**
 * The people of a ward as they are needed while what happened there is made: ids and weights only, in typed arrays, since at
 * full size all wards are held at once.
 */
export interface WardRegister {
  /** Number of the ward's first point among all. */
  readonly firstPoint: number
  /** First address of each point of the ward, and their number at the end. */
  readonly firstOf: Int32Array
  /** Party of the ward's first address; the others follow. */
  readonly addressId: number
  /** By address: its first resident, how many, and the party of the vehicle kept there, or 0. */
  readonly firstAt: Int32Array
  readonly sizeAt: Uint8Array
  readonly vehicleAt: Int32Array
  readonly violentAt: Uint8Array
  /** By resident. */
  readonly recordOf: Int32Array
  readonly phoneOf: Int32Array
  readonly again: ReadonlyMap<number, readonly number[]>
  /** Residents who are protected, and in which compartment. */
  readonly hidden: ReadonlySet<number>
  readonly offender: (random: Random) => number
  readonly sufferer: (random: Random) => number
  /** Organisations by point of the ward. */
  readonly shopsAt: ReadonlyMap<number, readonly number[]>
  readonly shops: readonly number[]
}

/** A drawer of places in a list by weights, from a running sum. Where nothing weighs anything, of all alike. */
export function drawerByWeight(weights: Iterable<number>, length: number): (random: Random) => number {
  const sums = new Float32Array(length)
  let total = 0
  let i = 0
  for (const weight of weights) {
    total += weight
    sums[i++] = total
  }
  return (random) => {
    if (total === 0) return Math.floor(random.next() * length)
    const aim = random.next() * total
    let low = 0
    let high = length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > aim) high = middle
      else low = middle + 1
    }
    return low
  }
}

export function weightsOf(people: WardPeople): Pick<WardRegister, 'offender' | 'sufferer'> {
  const { residents } = people
  return {
    offender: drawerByWeight(
      residents.map(({ offending }) => offending),
      residents.length,
    ),
    sufferer: drawerByWeight(
      residents.map(({ suffering }) => suffering),
      residents.length,
    ),
  }
}
