import { formatDay } from '#calculations/calendar/day-number.ts'
import { londonDay, londonLastSecond, londonTimeOfDay, runsTwice } from '#calculations/calendar/london-time.ts'
import { londonOffset } from '#calculations/calendar/london-offset.ts'
import type { Setting, Step } from './due.ts'

/** `Thursday 24 March 2016 at 17:30`, in London; `BST` or `GMT` in the hour that comes twice. */
export function formatMoment(ms: number): string {
  return `${formatDay(londonDay(ms))} at ${clockWords(ms)}`
}

/** `5 working days`, `1 working day`. */
export function formatCount(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** `Good Friday, Easter Monday and Early May bank holiday`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** From when it counts, to the minute. */
export function startStep(from: number, { began }: Setting): Step {
  return { kind: 'start', words: `${began} on ${formatMoment(from)}` }
}

/** From which day it counts. */
export function dayNoughtStep(from: number, { began }: Setting): Step {
  return { kind: 'start', words: `${began} on ${formatMoment(from)}; that day is day 0` }
}

/** The last word: so much later, a day and until when on it. Nothing when there is no due time. */
export function dueDaySteps(at: number | null, after: string): readonly Step[] {
  if (at === null) return []
  const day = londonDay(at)
  const until = at === londonLastSecond(day) ? '23:59:59' : clockWords(at)
  return [{ kind: 'due', words: `${after}: ${formatDay(day)}, until ${until}` }]
}

/** Said where a clock change lies between the two moments, which makes hours look wrong. */
export function clocksChangeSteps(from: number, at: number | null): readonly Step[] {
  if (at === null || londonOffset(from) === londonOffset(at)) return []
  const words = 'The clocks change in between: hours are counted as they pass, not as clocks show them'
  return [{ kind: 'clocks-change', words }]
}

function clockWords(ms: number): string {
  const seconds = Math.floor(londonTimeOfDay(ms) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  const time = seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`
  if (runsTwice(ms) === undefined) return time
  return `${time} ${londonOffset(ms) === 0 ? 'GMT' : 'BST'}`
}
