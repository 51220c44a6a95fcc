import type { ColumnMapping } from '#calculations/linkage/index.ts'
import type { MatchedKind } from '../identities/proposal.ts'

/** What is compared of each kind, and as what: the same mechanism for all three. */
export const MAPPINGS = {
  person: {
    given: 'given',
    family: 'family',
    full: 'full',
    birth: 'birth',
    sex: 'sex',
    phone: 'phone',
    address: 'address',
    postcode: 'postcode',
  },
  organisation: { full: 'full', registered: 'identifier', phone: 'phone', address: 'address', postcode: 'postcode' },
  address: {
    flat: 'number',
    number: 'number',
    address: 'address',
    locality: 'locality',
    postcode: 'postcode',
    uprn: 'identifier',
  },
} as const satisfies Record<MatchedKind, ColumnMapping>

/** Bits of odds from which a pair is put before a reviewer: eight to one. A default. */
export const LEAST_BITS = 3
