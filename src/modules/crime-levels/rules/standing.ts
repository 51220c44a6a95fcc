import { funnelPlot, type Funnel, type FunnelPlace } from '#calculations/funnel/funnel-plot.ts'

/** An area to be set against the others of its kind. */
export interface Standing {
  readonly id: number
  readonly name: string
  readonly count: number
  readonly personYears: number
}

/** Where an area lies beside the others; `side` only where it is outside. */
export interface Place {
  readonly place: FunnelPlace
  readonly side: 'above' | 'below'
}

/** Fewer areas than this show nothing of how areas differ. */
export const FEWEST_AREAS = 5

/**
 * The areas of a kind on one funnel. Crime differs between places by far more than chance, so the limits are widened by how
 * much these areas differ: what lies outside is unusual even among places that are all different.
 */
export function funnelOf(areas: readonly Standing[]): Funnel {
  return funnelPlot(
    areas.map(({ id, ...area }) => ({ ...area, id: String(id) })),
    { widen: true },
  )
}

/** Where each area lies, by its id; empty where there are too few areas to tell. */
export function placesOf(areas: readonly Standing[]): ReadonlyMap<number, Place> {
  if (areas.length < FEWEST_AREAS) return new Map()
  return new Map(funnelOf(areas).areas.map(({ id, place, side }) => [Number(id), { place, side }]))
}

const PLACE_WORDS = {
  inside: 'within the limits',
  'outside-95': '95% limits',
  'outside-998': '99.8% limits',
} as const satisfies Record<FunnelPlace, string>

/** "within the limits", "above the 99.8% limits". */
export function placeWords({ place, side }: Place): string {
  return place === 'inside' ? PLACE_WORDS.inside : `${side} the ${PLACE_WORDS[place]}`
}
