import { shuffle } from '#calculations/random/choices.ts'
import { chanceDraw, normalDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { PlacedPoint } from '../occurrences/ward-streets.ts'
import { type Address, layAddresses, writtenOtherwise } from './addresses.ts'
import { communityDrawer } from './communities.ts'
import { drawHousehold, type Kinship, type TruePerson } from './households.ts'
import { drawOrganisations, type Organisation } from './organisations.ts'
import { groupShares } from './proportions.ts'
import { drawRecord, type PersonRecord } from './records.ts'
import { RECORDS_A_PERSON, type WardPlan } from './town-plan.ts'

/** A person of the ward with what happened to them, and every record that was made of them. */
export interface Resident {
  readonly person: TruePerson
  /** Place of the home among the ward's addresses. */
  readonly home: number
  /** How likely to offend, and to suffer, against others of the ward: nought for most, much for few. */
  readonly offending: number
  readonly suffering: number
  readonly records: readonly PersonRecord[]
}

export interface WardPeople {
  readonly addresses: readonly Address[]
  /** The first address of each point of the ward, and their number at the end. */
  readonly firstOf: Int32Array
  /** Addresses entered a second time, otherwise, with the place of the first. */
  readonly again: readonly { readonly of: number; readonly address: Address }[]
  readonly organisations: readonly Organisation[]
  readonly residents: readonly Resident[]
  readonly kin: readonly (readonly [from: number, to: number, kind: Kinship])[]
  /** For each address its first resident and how many there are, who follow one another. */
  readonly homes: readonly { readonly first: number; readonly size: number }[]
  /** Homes where one partner hurts the other. */
  readonly violent: ReadonlySet<number>
}

const PEOPLE_A_HOME = 2.45
/** Addresses where nobody lives who is known. */
const EMPTY = 0.22
const ADDRESSES_AGAIN = 0.03
const PEOPLE_AN_ORGANISATION = 62
const VIOLENT_COUPLES = 0.07

/** Everybody and everything of a ward. `points` are the ward's own, `firstPoint` the number of the first among all. */
export function drawWardPeople(
  random: Random,
  plan: WardPlan,
  points: readonly PlacedPoint[],
  firstPoint: number,
  year: number,
): WardPeople {
  const { ward, number, records } = plan
  const people = Math.max(1, Math.round(records / RECORDS_A_PERSON))
  const count = Math.max(1, Math.ceil((people / PEOPLE_A_HOME) * (1 + EMPTY)))
  const laid = layAddresses(random.split('addresses'), points, firstPoint, number, count)
  const { addresses, firstOf } = laid
  const communities = communityDrawer(groupShares(ward.district, ward.place))
  const order = shuffle(
    random.split('homes'),
    addresses.map((_, i) => i),
  )
  const residents: Resident[] = []
  const kin: [number, number, Kinship][] = []
  const homes = addresses.map(() => ({ first: 0, size: 0 }))
  const violent = new Set<number>()
  for (let i = 0; residents.length < people; i++) {
    const own = random.split(`household ${i}`)
    const household = drawHousehold(own, communities(own), communities, year)
    const home = order[i % order.length] ?? 0
    const first = residents.length
    if (i < order.length) homes[home] = { first, size: household.people.length }
    const hurt = household.kin[0]?.[2] === 'partner-of' && chanceDraw(own, VIOLENT_COUPLES)
    if (hurt && i < order.length) violent.add(home)
    for (const person of household.people) residents.push(residentOf(own, person, home, year, hurt))
    for (const [from, to, kind] of household.kin) kin.push([first + from, first + to, kind])
  }
  const twice = random.split('addresses again')
  return {
    addresses,
    firstOf,
    again: addresses.flatMap((address, of) =>
      chanceDraw(twice, ADDRESSES_AGAIN) ? [{ of, address: writtenOtherwise(twice, address) }] : [],
    ),
    organisations: drawOrganisations(
      random.split('organisations'),
      points,
      ward.name,
      Math.max(2, Math.round(people / PEOPLE_AN_ORGANISATION)),
      communities,
    ),
    residents,
    kin,
    homes,
    violent,
  }
}

function residentOf(random: Random, person: TruePerson, home: number, year: number, hurt: boolean): Resident {
  const age = year - person.birthYear
  const offends = age >= 11 && chanceDraw(random, OFFENDERS * (person.sex === 'male' ? 1.6 : 0.4) * byAge(age))
  const offending = offends ? heavyTailed(random, 1.3) : 0
  const suffering =
    age < 4 ? 0.02 : heavyTailed(random, 0.9) * (age < 14 ? 0.25 : age > 70 ? 0.5 : 1) * (hurt ? 1.5 : 1)
  const records = [drawRecord(random, person, 'first', offends)]
  // Who is met most often is entered most often as if they were new.
  const again = offends ? 0.34 : 0.062
  while (records.length < 6 && chanceDraw(random, again)) records.push(drawRecord(random, person, 'again', offends))
  return { person, home, offending, suffering, records }
}

const OFFENDERS = 0.075

function byAge(age: number): number {
  return age < 14 ? 0.4 : age < 18 ? 1.3 : age < 30 ? 2 : age < 45 ? 1.2 : age < 60 ? 0.5 : 0.12
}

function heavyTailed(random: Random, sigma: number): number {
  return Math.exp(normalDraw(random, 0, sigma))
}
