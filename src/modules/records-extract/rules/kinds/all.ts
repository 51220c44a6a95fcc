import { keysOf } from '#platform/edge.ts'
import { crimes } from './crimes.ts'
import type { Kind } from './define.ts'
import { events } from './events.ts'
import { addresses, names, organisations, people } from './parties.ts'
import { phones, postcodes, vehicles } from './things.ts'
import { links, roles } from './ties.ts'
import { totals } from './totals.ts'

/** The kinds of files of an extract, in the order in which they are stored: what others name comes first. */
export const EXTRACT_KINDS = {
  postcodes,
  addresses,
  people,
  organisations,
  vehicles,
  phones,
  names,
  crimes,
  roles,
  links,
  events,
  totals,
} as const satisfies Record<string, Kind>
export type ExtractKind = keyof typeof EXTRACT_KINDS
export const EXTRACT_KIND_NAMES = keysOf(EXTRACT_KINDS)

/** Those that are parties, and what each is called in `party.kind`. */
export const PARTY_OF_KIND = {
  addresses: 'address',
  people: 'person',
  organisations: 'organisation',
  vehicles: 'vehicle',
  phones: 'phone',
} as const
export type PartyExtract = keyof typeof PARTY_OF_KIND
