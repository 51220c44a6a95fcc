import type { ClockOf } from './clock.ts'
import type { Reckoning, Setting } from './due.ts'
import { pauseSteps } from './pauses.ts'
import { startStep } from './words.ts'

/**
 * "Immediately". No limit that one could keep or miss to the minute, so there is no due time, and it is never called late:
 * a due time equal to the start would make every such duty late in its first second, and the measure of timeliness false.
 * A rule that wants it to press says `dueAtStart`: then it is due when it starts, or when the pause it starts in ends.
 */
export function atOnceDue({ dueAtStart = false }: ClockOf<'at-once'>, from: number, setting: Setting): Reckoning {
  const stop = setting.stops.find((stop) => stop.from < from && from < stop.to)
  const begins = stop?.to ?? from
  const at = dueAtStart && begins < Infinity ? begins : null
  return {
    at,
    steps: () => [
      startStep(from, setting),
      ...(dueAtStart ? pauseSteps(at, setting.stops, 'it is due when the pause ends') : []),
      {
        kind: 'due',
        words: dueAtStart ? 'To be done at once: due from its start' : 'To be done at once: no time limit is set',
      },
    ],
  }
}
