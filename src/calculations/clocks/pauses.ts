import { formatMoment } from './words.ts'
import type { Step } from './due.ts'

/**
 * A time in which a duty is not owed, because nobody could safely do it; `to` is null while it lasts.
 *
 * What is true of every kind:
 * - a pause never brings a due time forward;
 * - while a pause lasts that began before the due time, there is no due time; one that begins at the due time or after it
 *   changes nothing, since what is late cannot be made timely by a pause;
 * - pauses that touch or overlap are one; a pause of no length is none.
 *
 * Hours do not pass in a pause. Of days, those that begin in a pause do not count, and a due day whose last second lies in
 * a pause is put off: so a pause from Monday to Thursday costs three days, and one within a day costs none. For a
 * calendar month each day that begins in a pause moves the day it counts from on by one. An event does not wait: what is
 * due before one stays due then.
 */
export interface Pause {
  readonly from: Date
  readonly to: Date | null
}

/** A pause in milliseconds; one that lasts ends at Infinity. */
export interface Stop {
  readonly from: number
  readonly to: number
}

/** The pauses that matter from the moment on, in order and joined. Throws RangeError for one that ends before it begins. */
export function stopsFrom(pauses: readonly Pause[], start: number): readonly Stop[] {
  if (pauses.length === 0) return NO_STOPS
  const joined: Stop[] = []
  for (const stop of pauses.map(asStop).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (stop.to === stop.from) continue
    if (last === undefined || stop.from > last.to) joined.push(stop)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, stop.to) }
  }
  return joined.filter(({ to }) => to > start)
}

const NO_STOPS: readonly Stop[] = []

function asStop({ from, to }: Pause): Stop {
  const stop = { from: from.getTime(), to: to?.getTime() ?? Infinity }
  if (!(stop.from <= stop.to)) throw new RangeError(`A pause from ${String(from)} cannot end at ${String(to)}`)
  return stop
}

/** Whether a pause without an end began before the moment. */
export function isStoppedForGood(ms: number, stops: readonly Stop[]): boolean {
  const last = stops.at(-1)
  return last !== undefined && last.to === Infinity && last.from < ms
}

/** The pauses up to the due moment in words, each with what it did. */
export function pauseSteps(at: number | null, stops: readonly Stop[], effect: string): readonly Step[] {
  return stops
    .filter(({ from }) => at === null || from < at)
    .map(({ from, to }) => ({
      kind: 'paused',
      words:
        to === Infinity
          ? `Paused since ${formatMoment(from)}: no time is due until the pause ends`
          : `Paused from ${formatMoment(from)} to ${formatMoment(to)}: ${effect}`,
    }))
}
