import { keysOf } from '#platform/edge.ts'

/**
 * What whoever meets a person, or goes to an address, must know. `first` are those that are about the safety of whoever goes
 * there now, or that somebody is to be arrested: they stand before the others.
 */
export const MARKER_KINDS = {
  wanted: { words: 'Wanted', first: true },
  weapons: { words: 'Weapons', first: true },
  violent: { words: 'Violent', first: true },
  escaper: { words: 'Escapes', first: true },
  contagious: { words: 'Contagious', first: true },
  'self-harm': { words: 'Self-harm or suicide', first: true },
  ailment: { words: 'Ailment', first: false },
  'child-at-risk': { words: 'Child at risk', first: true },
  vulnerable: { words: 'Vulnerable', first: false },
  'domestic-abuse-victim': { words: 'Victim of domestic abuse', first: false },
  'domestic-abuse-offender': { words: 'Domestic abuse offender', first: true },
  'registered-sex-offender': { words: 'Registered sex offender', first: true },
  'police-staff': { words: 'Works for the police', first: false },
  protected: { words: 'Protected', first: true },
} as const satisfies Record<string, { readonly words: string; readonly first: boolean }>
export type MarkerKind = keyof typeof MARKER_KINDS
export const MARKER_KIND_NAMES = keysOf(MARKER_KINDS)

/** As they stand on a page: first what the one who goes there must know. */
export function inMarkerOrder<Marker extends { readonly kind: MarkerKind }>(
  markers: readonly Marker[],
): readonly Marker[] {
  return markers.toSorted((a, b) => MARKER_KIND_NAMES.indexOf(a.kind) - MARKER_KIND_NAMES.indexOf(b.kind))
}
