import { keysOf } from '#platform/edge.ts'

/** Whom and what the work is about: people, and what and where they are found by (POLE). */
export const PARTY_KINDS = {
  person: { one: 'Person', many: 'People', path: '/people' },
  organisation: { one: 'Organisation', many: 'Organisations', path: '/organisations' },
  address: { one: 'Address', many: 'Addresses', path: '/addresses' },
  vehicle: { one: 'Vehicle', many: 'Vehicles', path: '/vehicles' },
  phone: { one: 'Phone', many: 'Phones', path: '/phones' },
} as const
export type PartyKind = keyof typeof PARTY_KINDS
export const PARTY_KIND_NAMES = keysOf(PARTY_KINDS)

/** How one party is tied to another: read from the first to the second, and back. */
export const LINK_KINDS = {
  'lives-at': { there: 'lives at', back: 'home of' },
  'keeper-of': { there: 'keeper of', back: 'kept by' },
  'uses-vehicle': { there: 'uses', back: 'used by' },
  'uses-phone': { there: 'uses', back: 'used by' },
  'works-for': { there: 'works for', back: 'workplace of' },
  'premises-of': { there: 'premises of', back: 'has premises at' },
  'partner-of': { there: 'partner of', back: 'partner of' },
  'parent-of': { there: 'parent of', back: 'child of' },
  'sibling-of': { there: 'brother or sister of', back: 'brother or sister of' },
  'relative-of': { there: 'relative of', back: 'relative of' },
  'associate-of': { there: 'associate of', back: 'associate of' },
  'in-charge-of': { there: 'in charge of', back: 'run by' },
} as const
export type LinkKind = keyof typeof LINK_KINDS

/** What a party was in what happened. The category is that of section 38 of the Data Protection Act 2018. */
export const ROLES_IN_OCCURRENCES = {
  victim: { words: 'Victim', category: 'victim' },
  suspect: { words: 'Suspect', category: 'suspect' },
  offender: { words: 'Offender', category: 'convicted' },
  witness: { words: 'Witness', category: 'witness' },
  caller: { words: 'Caller', category: 'other' },
  missing: { words: 'Missing person', category: 'other' },
  subject: { words: 'Subject', category: 'other' },
  involved: { words: 'Involved', category: 'other' },
  scene: { words: 'Scene', category: 'other' },
  'vehicle-used': { words: 'Vehicle used', category: 'other' },
  'vehicle-taken': { words: 'Vehicle taken', category: 'other' },
  'phone-used': { words: 'Phone used', category: 'other' },
} as const
export type RoleInOccurrence = keyof typeof ROLES_IN_OCCURRENCES
