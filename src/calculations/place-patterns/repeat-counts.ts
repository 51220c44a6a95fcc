import { type Precision, refuseCoarsePlaces, type TooCoarse } from './precision.ts'

/** That somebody or somewhere was hit, on a day (a whole number, such as `dayNumberOf` gives). */
export type Hit = { readonly target: string; readonly day: number }

/** From the first day to the last, both included. */
export type Days = { readonly first: number; readonly last: number }

export type RepeatCounts = {
  readonly kind: 'counted'
  readonly counts: ReadonlyMap<string, number>
  readonly events: number
}

/** How many days the time has. Throws RangeError where it ends before it starts. */
export function lengthOf({ first, last }: Days): number {
  if (!(last >= first)) throw new RangeError('A time ends no earlier than it starts')
  return last - first + 1
}

/**
 * How often each target was hit in the time. `by` is what a target is: repeats by place are refused for events that
 * were moved to shared points; victims can be counted wherever they are known.
 */
export function countRepeats(
  hits: Iterable<Hit>,
  { first, last }: Days,
  { by, place }: { by: 'victim' | 'place'; place: Precision['place'] },
): RepeatCounts | TooCoarse {
  const coarse = by === 'place' ? refuseCoarsePlaces(place) : undefined
  if (coarse) return coarse
  const counts = new Map<string, number>()
  let events = 0
  for (const { target, day } of hits) {
    if (day < first || day > last) continue
    counts.set(target, (counts.get(target) ?? 0) + 1)
    events++
  }
  return { kind: 'counted', counts, events }
}
