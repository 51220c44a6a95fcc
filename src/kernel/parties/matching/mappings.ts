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
    flat: 'door',
    number: 'door',
    address: 'address',
    locality: 'locality',
    postcode: 'postcode',
    uprn: 'identifier',
  },
} as const satisfies Record<MatchedKind, ColumnMapping>

/**
 * Bits of odds from which a pair is put before a reviewer: two to one. A default, chosen on the generated force, where it is known
 * who is who (`npm run benchmark -- --only matching`, docs/benchmarks.md): four proposals in five are right, and 94 in 100 pairs of
 * one person are proposed. Two bits more are right nine times in ten, but miss twice as many; one bit fewer brings a tenth more to
 * look at for half a pair in a hundred.
 */
export const LEAST_BITS = 1
