import { keysOf } from '#platform/edge.ts'
import { PARTY_KINDS, type PartyKind } from '#kernel/parties/words.ts'
import { isRecordKind, RECORD_KINDS, type RecordKind } from '#kernel/records/record.ts'

/** Whatever the one box finds, by kind. */
export const FOUND_KINDS = [...keysOf(PARTY_KINDS), ...keysOf(RECORD_KINDS), 'occurrence'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

export function isPartyKind(kind: string): kind is PartyKind {
  return Object.hasOwn(PARTY_KINDS, kind)
}

/** "People", "Findings", "Occurrences": what a list of them is called. */
export function manyOf(kind: FoundKind): string {
  if (isPartyKind(kind)) return PARTY_KINDS[kind].many
  if (isRecordKind(kind))
    return `${RECORD_KINDS[kind].words.charAt(0).toUpperCase()}${RECORD_KINDS[kind].words.slice(1)}s`
  return 'Occurrences'
}

export function oneOf(kind: FoundKind): string {
  if (isPartyKind(kind)) return PARTY_KINDS[kind].one
  return isRecordKind(kind) ? RECORD_KINDS[kind].words : 'occurrence'
}

/** Of which of the three searches a kind is; null, of all. */
export function searchesFor(kind: FoundKind | null): {
  readonly parties: { readonly kind: PartyKind | null } | null
  readonly records: { readonly kind: RecordKind | null } | null
  readonly occurrences: boolean
} {
  if (kind === null) return { parties: { kind: null }, records: { kind: null }, occurrences: true }
  if (isPartyKind(kind)) return { parties: { kind }, records: null, occurrences: false }
  if (isRecordKind(kind)) return { parties: null, records: { kind }, occurrences: false }
  return { parties: null, records: null, occurrences: true }
}
