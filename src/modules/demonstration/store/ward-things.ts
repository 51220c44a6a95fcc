import { chanceDraw, integerDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import { type Address, addressLabel, addressWords } from '../people/addresses.ts'
import { phoneNumber, vehicleOf } from '../people/things.ts'
import type { WardPeople } from '../people/ward-people.ts'
import type { Making } from './making.ts'
import type { Guards, PartyRows } from './party-rows.ts'
import type { TruthSink } from './truth.ts'
import type { Clock } from './ward-clock.ts'

/** What goes on from ward to ward. */
export interface Counted {
  people: number
  vehicles: number
  phones: number
}

export interface WardToStore {
  readonly making: Making
  readonly random: Random
  readonly people: WardPeople
  readonly firstPoint: number
  readonly place: string
  /** How many people there are in all, about. */
  readonly ofAll: number
  readonly counted: Counted
  readonly truth: TruthSink
  /** An address of a ward that was made before, if there is one. */
  readonly elsewhere: (random: Random) => number | null
}

export function addAddress(rows: PartyRows, address: Address, clock: Clock): number {
  const id = rows.party('address', addressLabel(address), clock.known())
  const { flat, building, number, street, locality, town, postcode, point } = address
  const code = postcode === '' ? null : postcode
  rows.rows.address.push([id, flat, building, number, street, locality, town, code, point + 1])
  rows.words(id, 'main', addressWords(address))
  return id
}

/** Point of the ward and party of each. */
export function addOrganisations(
  { people, random }: WardToStore,
  rows: PartyRows,
  addressIds: readonly number[],
  clock: Clock,
): [point: number, id: number][] {
  return people.organisations.map(({ kind, name, also, point }, i) => {
    const knownAt = clock.known()
    const id = rows.party('organisation', name, knownAt)
    const registered = kind === 'business' && / L(td|imited)$/.test(name) ? `99${String(id).padStart(6, '0')}` : null
    rows.rows.organisation.push([id, kind, registered])
    rows.words(id, 'main', name)
    if (also !== '') rows.words(id, 'alias', also)
    const first = people.firstOf[point] ?? 0
    const end = people.firstOf[point + 1] ?? first
    // Where no homes are, the premises are on the street that has them nearest by number.
    const premises = addressIds[end > first ? integerDraw(random, first, end - 1) : i % addressIds.length]
    if (premises !== undefined) rows.link('premises-of', premises, id, { from: null, knownAt })
    return [point, id]
  })
}

/** Homes with a vehicle, and who drives it. Gives the vehicle of each address. */
export function addVehicles(
  { people, random, counted, making }: WardToStore,
  rows: PartyRows,
  firsts: readonly number[],
  guards: readonly Guards[],
  clock: Clock,
): Int32Array {
  const year = Number(making.asOf.slice(0, 4))
  return Int32Array.from(people.homes, ({ first, size }) => {
    if (size === 0 || !chanceDraw(random, 0.38)) return 0
    const { mark, make, model, colour } = vehicleOf(random, ++counted.vehicles, year)
    const knownAt = clock.known()
    const id = rows.party('vehicle', `${mark.slice(0, 4)} ${mark.slice(4)}`, knownAt)
    rows.rows.vehicle.push([id, mark, make, model, colour])
    const from = clock.daysAgo(900)
    rows.link('keeper-of', firsts[first] ?? 0, id, { from, knownAt }, guards[first])
    if (size > 1 && chanceDraw(random, 0.3))
      rows.link('uses-vehicle', firsts[first + 1] ?? 0, id, { from, knownAt }, guards[first + 1])
    return id
  })
}

/** People with a phone that is known; some share one. Gives the phone of each resident. */
export function addPhones(
  { people, random, counted, making }: WardToStore,
  rows: PartyRows,
  firsts: readonly number[],
  guards: readonly Guards[],
  clock: Clock,
): Int32Array {
  const year = Number(making.asOf.slice(0, 4))
  let last = 0
  return Int32Array.from(people.residents, ({ person, offending, home }, i) => {
    if (year - person.birthYear < 12 || !chanceDraw(random, offending > 0 ? 0.4 : 0.17)) return 0
    const knownAt = clock.known()
    const shared = last > 0 && people.residents[i - 1]?.home === home && chanceDraw(random, 0.25)
    if (!shared) {
      const number = phoneNumber(counted.phones++)
      last = rows.party('phone', `0${number.slice(2, 6)} ${number.slice(6)}`, knownAt)
      rows.rows.phone.push([last, number])
    }
    rows.link('uses-phone', firsts[i] ?? 0, last, { from: clock.daysAgo(500), knownAt }, guards[i])
    return last
  })
}
