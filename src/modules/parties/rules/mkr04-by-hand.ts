import { MARKER_KIND_NAMES, MARKER_KINDS, type MarkerKind } from '#kernel/parties/markers.ts'
import type { PartyKind } from '#kernel/parties/words.ts'

/** Who adds a marker. */
export const MARKERS_ADDED_BY = ['officer', 'supervisor', 'commander'] as const
/** MKR05 Who takes one off, or says that it holds on: not the one alone who may find it a burden. A default. */
export const MARKERS_ENDED_BY = ['supervisor', 'commander'] as const

/** Of a place or a thing only what whoever goes there must know. */
const OF_PLACES: readonly MarkerKind[] = ['weapons', 'violent', 'contagious']

/**
 * MKR04 By hand every kind but two: a protected identity is put into a compartment by its custodian, and who works for the
 * police is known from elsewhere; a word for it here would tell what it is to hide.
 */
export function markersByHand(kind: PartyKind): readonly { readonly kind: MarkerKind; readonly words: string }[] {
  return MARKER_KIND_NAMES.filter((name) =>
    kind === 'person' ? name !== 'protected' && name !== 'police-staff' : OF_PLACES.includes(name),
  ).map((name) => ({ kind: name, words: MARKER_KINDS[name].words }))
}
