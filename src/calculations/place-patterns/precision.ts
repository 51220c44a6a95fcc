import { refused, type Refused } from '#calculations/refusals/refused.ts'

/** How finely the events of a source are known, in time and in place. */
export type Precision = {
  readonly time: 'minute' | 'hour' | 'day' | 'month'
  readonly place: 'exact' | 'snapped' | 'none'
}

export type TooCoarse = Refused<'month-precise' | 'snapped' | 'no-place'>

/**
 * Why patterns finer than a month and a neighbourhood cannot be told from such events, or undefined where they can.
 * Every event of a published street file is moved to one of a few shared points and dated by its month: all of a
 * street would be repeats of one another, and all of a month near ones.
 */
export function refuseCoarse({ time, place }: Precision): TooCoarse | undefined {
  if (time === 'month') {
    return refused(
      'month-precise',
      'These events are dated by their month only. What follows within days of what needs the day.',
    )
  }
  return refuseCoarsePlaces(place)
}

/** Why places cannot be told apart in such events, or undefined where they can. */
export function refuseCoarsePlaces(place: Precision['place']): TooCoarse | undefined {
  if (place === 'snapped') {
    const why = 'These events were moved to shared points on the map, so that events of many addresses lie on one.'
    return refused('snapped', `${why} Which places were hit again needs the places themselves.`)
  }
  if (place === 'none') return refused('no-place', 'These events have no place on the map.')
  return undefined
}
