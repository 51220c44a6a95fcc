import { pick } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { RoleInOccurrence } from '#kernel/parties/words.ts'
import type { CategoryCode } from '../occurrences/categories.ts'
import type { OccurrenceRow } from '../occurrences/occurrence-row.ts'
import type { WardRegister } from './register.ts'

/** A party in what happened, before it is stored. */
export interface Involved {
  readonly party: number
  readonly role: RoleInOccurrence
  readonly hidden: boolean
}

export interface Involvement {
  readonly roles: readonly Involved[]
  /** Two who did it together. */
  readonly together: readonly [number, number] | null
}

/** Who is in what happens, as shares: ours, to look like a records system. */
interface Shape {
  /** Whose loss or harm it is. */
  readonly victim: 'somebody' | 'resident' | 'keeper' | 'shop' | 'nobody'
  /** How often the place is known as an address. */
  readonly scene: number
  readonly witness: number
  readonly caller: number
  /** How often it is done by one partner to the other. */
  readonly partners: number
  /** How often a second one did it with the first. */
  readonly second: number
}

const SHAPES: Readonly<Record<CategoryCode, Shape>> = {
  'anti-social-behaviour': shape('nobody', 0.5, 0, 0.55, 0, 0.1),
  'bicycle-theft': shape('somebody', 0.4, 0.03, 0, 0, 0.1),
  burglary: shape('resident', 1, 0.1, 0.08, 0, 0.3),
  'criminal-damage-arson': shape('resident', 0.8, 0.12, 0.1, 0.06, 0.15),
  drugs: shape('nobody', 0.3, 0.05, 0.1, 0, 0.2),
  'other-crime': shape('somebody', 0.35, 0.1, 0.05, 0.08, 0.08),
  'other-theft': shape('somebody', 0.4, 0.05, 0, 0, 0.08),
  'possession-of-weapons': shape('nobody', 0.2, 0.1, 0.15, 0, 0.1),
  'public-order': shape('somebody', 0.35, 0.25, 0.15, 0.08, 0.15),
  robbery: shape('somebody', 0.3, 0.2, 0.05, 0, 0.4),
  shoplifting: shape('shop', 0, 0.06, 0, 0, 0.12),
  'theft-from-the-person': shape('somebody', 0.2, 0.05, 0, 0, 0.1),
  'vehicle-crime': shape('keeper', 0.85, 0.04, 0.04, 0, 0.15),
  'violent-crime': shape('somebody', 0.55, 0.2, 0.15, 0.36, 0.1),
}
/** Of victims and suspects, those who live in the ward where it happened. */
const FROM_HERE = { victim: 0.75, suspect: 0.68 } as const
const COURT: ReadonlySet<string> = new Set([
  'Offender fined',
  'Offender given community sentence',
  'Offender sent to prison',
])

/**
 * Who was in it: victims and offenders who come again and again, homes where one partner hurts the other, places that are
 * struck once more. `here` is the ward of its point, `around` the wards that have people, the nearest to the middle first.
 */
export function involve(
  random: Random,
  row: OccurrenceRow,
  here: WardRegister,
  around: readonly WardRegister[],
): Involvement {
  const roles: Involved[] = []
  const taken = new Set<number>()
  const add = (ward: WardRegister, resident: number, role: RoleInOccurrence): number | null => {
    const first = ward.recordOf[resident] ?? 0
    if (first === 0 || taken.has(first)) return null
    taken.add(first)
    const more = ward.again.get(resident)
    const party = more !== undefined && chanceDraw(random, 0.5) ? pick(random, more) : first
    roles.push({ party, role, hidden: ward.hidden.has(resident) })
    return party
  }
  const { victim, scene, witness, caller, partners, second } = SHAPES[row.category]
  const address = addressAt(random, row, here)
  const elsewhere = (share: number) => (chanceDraw(random, share) ? here : pick(random, around))
  const suspect = suspectRole(random, row)
  const between = partners > 0 && chanceDraw(random, partners)
  const home = between ? violentHome(random, row, here) : null
  const couple = home ?? (between ? violentCouple(random, here) : null)
  if (couple !== null) {
    const at = here.firstAt[couple] ?? 0
    const hurt = chanceDraw(random, 0.78) ? 1 : 0
    add(here, at + hurt, 'victim')
    if (suspect !== null || chanceDraw(random, 0.8)) add(here, at + 1 - hurt, suspect ?? 'suspect')
    if (home !== null) roles.push({ party: here.addressId + home, role: 'scene', hidden: false })
    return { roles, together: null }
  }
  if (address !== null && chanceDraw(random, scene))
    roles.push({ party: here.addressId + address, role: 'scene', hidden: false })
  if (victim === 'shop') {
    const shops = (row.point === null ? undefined : here.shopsAt.get(row.point - here.firstPoint)) ?? here.shops
    // A few shops have most of it.
    const shop = shops[Math.floor(random.next() ** 2 * shops.length)]
    if (shop !== undefined) roles.push({ party: shop, role: 'victim', hidden: false })
  } else if (victim !== 'nobody') {
    const resident = address !== null && victim !== 'somebody' ? adultAt(random, here, address) : null
    const ward = elsewhere(FROM_HERE.victim)
    if (resident !== null) add(here, resident, 'victim')
    else add(ward, ward.sufferer(random), 'victim')
  }
  if (victim === 'keeper' && address !== null && (here.vehicleAt[address] ?? 0) > 0)
    roles.push({
      party: here.vehicleAt[address] ?? 0,
      role: chanceDraw(random, 0.3) ? 'vehicle-taken' : 'involved',
      hidden: false,
    })
  let together: [number, number] | null = null
  if (suspect !== null) {
    const ward = elsewhere(FROM_HERE.suspect)
    const one = add(ward, ward.offender(random), suspect)
    const other = chanceDraw(random, second) ? add(ward, ward.offender(random), suspect) : null
    if (one !== null && other !== null) together = [one, other]
    addTheirThings(random, row, ward, roles)
  }
  if (chanceDraw(random, witness)) add(here, here.sufferer(random), 'witness')
  if (chanceDraw(random, caller)) add(here, here.sufferer(random), 'caller')
  return { roles, together }
}

function shape(
  victim: Shape['victim'],
  scene: number,
  witness: number,
  caller: number,
  partners: number,
  second: number,
): Shape {
  return { victim, scene, witness, caller, partners, second }
}

/** What the one who did it is called, where anybody is known. */
function suspectRole(random: Random, { category, outcome }: OccurrenceRow): RoleInOccurrence | null {
  if (category === 'anti-social-behaviour') return chanceDraw(random, 0.3) ? 'subject' : null
  if (outcome === null || outcome === 'Investigation complete; no suspect identified')
    return chanceDraw(random, 0.02) ? 'suspect' : null
  if (outcome === 'Under investigation') return chanceDraw(random, 0.35) ? 'suspect' : null
  return COURT.has(outcome) ? 'offender' : 'suspect'
}

/** An address at the point: some are struck far more often than their neighbours. */
function addressAt(random: Random, { point }: OccurrenceRow, here: WardRegister): number | null {
  if (point === null) return null
  const first = here.firstOf[point - here.firstPoint] ?? 0
  const end = here.firstOf[point - here.firstPoint + 1] ?? first
  return end > first ? first + Math.floor(random.next() ** 2.2 * (end - first)) : null
}

/** A home at the point where this happens, the first of them most of the time; null where there is none. */
function violentHome(random: Random, { point }: OccurrenceRow, here: WardRegister): number | null {
  const own = point === null ? -1 : point - here.firstPoint
  const first = here.firstOf[own] ?? 0
  const end = here.firstOf[own + 1] ?? first
  const homes: number[] = []
  for (let at = first; at < end; at++) if (here.violentAt[at] === 1) homes.push(at)
  return homes[Math.floor(random.next() ** 1.6 * homes.length)] ?? null
}

/** A couple of the ward where it happens, met somewhere else. */
function violentCouple(random: Random, here: WardRegister): number | null {
  const addresses = here.violentAt.length
  const start = Math.floor(random.next() * addresses)
  for (let step = 0; step < Math.min(addresses, 60); step++) {
    const at = (start + step) % addresses
    if (here.violentAt[at] === 1) return at
  }
  return null
}

function adultAt(random: Random, here: WardRegister, address: number): number | null {
  const size = here.sizeAt[address] ?? 0
  const first = here.firstAt[address] ?? 0
  // Grown-ups come first in a household.
  return size === 0 ? null : first + (size > 1 && chanceDraw(random, 0.45) ? 1 : 0)
}

function addTheirThings(random: Random, row: OccurrenceRow, ward: WardRegister, roles: Involved[]): void {
  const used = row.category === 'burglary' || row.category === 'robbery' || row.category === 'drugs' ? 0.12 : 0.02
  if (chanceDraw(random, used)) {
    const vehicle = ward.vehicleAt[Math.floor(random.next() * ward.vehicleAt.length)] ?? 0
    if (vehicle > 0) roles.push({ party: vehicle, role: 'vehicle-used', hidden: false })
  }
  if (row.category !== 'public-order' && row.category !== 'violent-crime') return
  if (!chanceDraw(random, 0.05)) return
  const phone = ward.phoneOf[ward.offender(random)] ?? 0
  if (phone > 0) roles.push({ party: phone, role: 'phone-used', hidden: false })
}
