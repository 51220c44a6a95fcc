import { shuffle } from '#calculations/random/choices.ts'
import { chanceDraw, exponentialDraw, integerDraw } from '#calculations/random/distributions.ts'
import { communityOf } from '../people/communities.ts'
import { drawQuery } from '../people/gold-queries.ts'
import type { PersonRecord } from '../people/records.ts'
import { type WardRegister, weightsOf } from '../people/register.ts'
import type { Resident } from '../people/ward-people.ts'
import { lineOf } from '../people/written-names.ts'
import { dayText } from './moment-text.ts'
import { markersOf } from './party-markers.ts'
import { type Guards, OPEN, type PartyRows, referenceOf } from './party-rows.ts'
import { type Clock, clockOf, DAY_MS } from './ward-clock.ts'
import { addAddress, addOrganisations, addPhones, addVehicles, type WardToStore } from './ward-things.ts'

/** The compartment of the protected: the demonstration's first. */
const HIDDEN_IN = 1
/** One person in so many is protected; the first of them early, so that even a village has one. */
const PROTECTED = { every: 4000, first: 137 }

/** Rows of everybody and everything of a ward, and what is needed to say who was in what happened there. */
export function wardParties(ward: WardToStore, rows: PartyRows): WardRegister {
  const { people, firstPoint } = ward
  const { addresses, residents, homes, violent } = people
  const clock = clockOf(ward.making, ward.random)
  const addressIds = addresses.map((address) => addAddress(rows, address, clock))
  for (const { of, address } of people.again) {
    const id = addAddress(rows, address, clock)
    ward.truth.record('address', referenceOf('address', id), referenceOf('address', addressIds[of] ?? 0), [])
  }
  const organisations = addOrganisations(ward, rows, addressIds, clock)
  const guards = residents.map((_, i) => guardsOf(ward, ward.counted.people + i))
  const firsts = residents.map((resident, i) => addRecord(ward, rows, i, resident.records[0], guards[i] ?? OPEN, clock))
  const vehicleAt = addVehicles(ward, rows, firsts, guards, clock)
  const phoneOf = addPhones(ward, rows, firsts, guards, clock)
  const year = Number(ward.making.asOf.slice(0, 4))
  const again = addAgain(ward, rows, guards, addressIds, clock)
  for (const [i, resident] of residents.entries()) {
    const [party, own] = [firsts[i] ?? 0, guards[i] ?? OPEN]
    addHomes(ward, rows, resident, party, own, addressIds, clock)
    rows.rows.party_marker.push(...markersOf(ward.random, resident, party, ward.making.asOf, own))
    const [, job] = organisations[Math.floor(ward.random.next() * organisations.length)] ?? []
    if (job !== undefined && year - resident.person.birthYear > 17 && chanceDraw(ward.random, 0.07))
      rows.link('works-for', party, job, { from: null, knownAt: clock.known() }, own)
  }
  for (const [from, to, kind] of people.kin)
    if (kind === 'partner-of' || chanceDraw(ward.random, 0.75))
      rows.link(
        kind,
        firsts[from] ?? 0,
        firsts[to] ?? 0,
        { from: null, knownAt: clock.known() },
        stricter(guards[from] ?? OPEN, guards[to] ?? OPEN),
      )
  askFor(ward, firsts, again, guards)
  ward.counted.people += residents.length
  const shopsAt = new Map<number, number[]>()
  for (const [point, id] of organisations) shopsAt.set(point, [...(shopsAt.get(point) ?? []), id])
  return {
    firstPoint,
    firstOf: people.firstOf,
    addressId: addressIds[0] ?? 0,
    firstAt: Int32Array.from(homes, ({ first }) => first),
    sizeAt: Uint8Array.from(homes, ({ size }) => size),
    vehicleAt,
    violentAt: Uint8Array.from(addresses, (_, i) => (violent.has(i) ? 1 : 0)),
    recordOf: Int32Array.from(firsts),
    phoneOf,
    again,
    hidden: new Set(guards.flatMap(({ compartment }, i) => (compartment === null ? [] : [i]))),
    shopsAt,
    shops: organisations.map(([, id]) => id),
    ...weightsOf(people),
  }
}

function guardsOf({ random }: WardToStore, number: number): Guards {
  const hidden = number % PROTECTED.every === PROTECTED.first
  const sensitive = hidden || chanceDraw(random, 0.004)
  return { marking: sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL', compartment: hidden ? HIDDEN_IN : null }
}

/** What ties two is as close as the closer of them. */
function stricter(one: Guards, other: Guards): Guards {
  return {
    marking: one.marking === 'OFFICIAL' ? other.marking : one.marking,
    compartment: one.compartment ?? other.compartment,
  }
}

function addRecord(
  { truth, counted, people }: WardToStore,
  rows: PartyRows,
  resident: number,
  record: PersonRecord | undefined,
  guards: Guards,
  clock: Clock,
): number {
  const person = people.residents[resident]?.person
  if (record === undefined || person === undefined) throw new RangeError('A resident without a record')
  const [main] = record.names
  const id = rows.party('person', `${main.family.toUpperCase()}, ${main.given}`, clock.known(), guards)
  const { birth } = record
  rows.rows.person.push([
    id,
    person.sex,
    birth?.date ?? null,
    birth?.precision ?? null,
    communityOf(person.community).ethnicity,
    guards.marking,
    guards.compartment,
  ])
  for (const { kind, given, family, birthDate, ...written } of record.names) {
    const own = kind === 'main' ? (birth?.date ?? null) : (birthDate ?? null)
    const known = own ?? (birth?.precision === 'day' ? birth.date : null)
    const full = lineOf({ given, family, ...written })
    rows.name(id, { kind, given, family, full, birthDate: own, born: known }, guards)
  }
  const number = String(counted.people + resident + 1)
  truth.record('person', referenceOf('person', id), `T${number.padStart(7, '0')}`, record.differs)
  return id
}

/** Records of people who had one, in no order, so that neither ids nor neighbours give them away. By resident. */
function addAgain(
  ward: WardToStore,
  rows: PartyRows,
  guards: readonly Guards[],
  addressIds: readonly number[],
  clock: Clock,
): Map<number, number[]> {
  const again = new Map<number, number[]>()
  const all = ward.people.residents.flatMap((resident, i) =>
    resident.records.slice(1).map((record) => ({ resident, record, i })),
  )
  for (const { resident, record, i } of shuffle(ward.random, all)) {
    const own = guards[i] ?? OPEN
    const id = addRecord(ward, rows, i, record, own, clock)
    addHomes(ward, rows, resident, id, own, addressIds, clock, 0.45)
    const ids = again.get(i)
    if (ids === undefined) again.set(i, [id])
    else ids.push(id)
  }
  return again
}

/** Where somebody lives and lived; `moved` is the chance that a record knows an address of before. */
function addHomes(
  { random, elsewhere, making }: WardToStore,
  rows: PartyRows,
  { home }: Resident,
  party: number,
  guards: Guards,
  addressIds: readonly number[],
  clock: Clock,
  moved = 0.2,
): void {
  const knownAt = clock.known()
  const here = addressIds[home] ?? 0
  const since = clock.daysAgo(1100)
  const had = chanceDraw(random, moved)
  // A record made before the move knows nothing of where they live now.
  if (!had || moved === 0.2 || chanceDraw(random, 0.4))
    rows.link('lives-at', party, here, { from: since, knownAt }, guards)
  if (!had) return
  const before =
    (chanceDraw(random, 0.4) ? elsewhere(random) : null) ?? addressIds[integerDraw(random, 0, addressIds.length - 1)]
  if (before === undefined || before === here) return
  const from = dayText(Date.parse(since) - Math.ceil(exponentialDraw(random, 900)) * DAY_MS)
  rows.link('lives-at', party, before, { from, to: since < making.asOf ? since : making.asOf, knownAt }, guards)
}

/** Queries for some of them: who is hidden is not asked for, and a record under a false name is not expected. */
function askFor(
  { people, random, place, making, ofAll, truth }: WardToStore,
  firsts: readonly number[],
  again: ReadonlyMap<number, readonly number[]>,
  guards: readonly Guards[],
): void {
  const own = random.split('queries')
  const year = Number(making.asOf.slice(0, 4))
  for (const [i, { person, records }] of people.residents.entries()) {
    truth.person(person)
    const query = drawQuery(own, person, ofAll, place, year)
    if (query === null || guards[i]?.compartment !== null) continue
    const ids = [firsts[i] ?? 0, ...(again.get(i) ?? [])]
    const bare = records.filter(({ differs }) => differs.includes('false-name')).length
    if (bare > 0) continue
    truth.query({ ...query, person, expected: ids.map((id) => referenceOf('person', id)) })
  }
}
