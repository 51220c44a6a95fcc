/** Somebody in something that happened, of which time and place are well known. */
export interface Sighting {
  readonly party: number
  /** Minutes since 1970. */
  readonly minute: number
  readonly longitude: number
  readonly latitude: number
}

export interface TwoPlaces<Seen extends Sighting> {
  readonly one: Seen
  readonly other: Seen
  readonly kilometres: number
  readonly minutes: number
}

/** As fast as anybody gets there: a default. */
const KILOMETRES_A_MINUTE = 3
/** Times are written down to the quarter of an hour, if that. A default. */
const SLACK_MINUTES = 30

/**
 * PTY07 Nobody is in two places at once: two sources have them so far apart in so short a time that no road leads from one to the
 * other. Faster than 180 km an hour with half an hour let pass.
 *
 * 200 km apart within 36 minutes: said; within 37: nothing. 50 km at the same minute: nothing.
 */
export function twoPlacesAtOnce<Seen extends Sighting>(sightings: readonly Seen[]): readonly TwoPlaces<Seen>[] {
  const inOrder = sightings.toSorted((a, b) => a.minute - b.minute)
  return inOrder.flatMap((one, at) => {
    const found: TwoPlaces<Seen>[] = []
    for (const other of inOrder.slice(at + 1)) {
      const minutes = other.minute - one.minute
      if (minutes > LONGEST_MINUTES) break
      const kilometres = kilometresBetween(one, other)
      if (one.party !== other.party && kilometres > (minutes + SLACK_MINUTES) * KILOMETRES_A_MINUTE)
        found.push({ one, other, kilometres, minutes })
    }
    return found
  })
}

/** No two places of the country are further apart than this takes. */
const LONGEST_MINUTES = 1_400 / KILOMETRES_A_MINUTE

function kilometresBetween(one: Sighting, other: Sighting): number {
  const radians = Math.PI / 180
  const north = (other.latitude - one.latitude) * radians
  const east = (other.longitude - one.longitude) * radians * Math.cos(((one.latitude + other.latitude) / 2) * radians)
  return 6_371 * Math.hypot(north, east)
}
