import { londonDay, londonLastSecond, londonMidnight } from '#calculations/calendar/london-time.ts'
import type { Stop } from './pauses.ts'

/** Which days (by day number) begin and end in a pause: at 00:00 and at 23:59:59. */
export interface StoppedDays {
  begins(this: void, day: number): boolean
  ends(this: void, day: number): boolean
  /** The last day that does not end in a pause: Infinity, unless a pause lasts. */
  readonly lastToEnd: number
}

/** Worked out once for the pauses, so that walking over days compares whole numbers only. */
export function stoppedDays(stops: readonly Stop[]): StoppedDays {
  const runs = stops.map(({ from, to }) => {
    const [first, last] = [londonDay(from), to === Infinity ? Infinity : londonDay(to)]
    return {
      beginFirst: first + 1,
      beginLast: last === Infinity || londonMidnight(last) < to ? last : last - 1,
      endFirst: from < londonLastSecond(first) ? first : first + 1,
      endLast: last === Infinity || londonLastSecond(last) < to ? last : last - 1,
    }
  })
  const final = runs.at(-1)
  return {
    begins: (day) => runs.some(({ beginFirst, beginLast }) => beginFirst <= day && day <= beginLast),
    ends: (day) => runs.some(({ endFirst, endLast }) => endFirst <= day && day <= endLast),
    lastToEnd: final?.endLast === Infinity ? final.endFirst - 1 : Infinity,
  }
}
