import { dayAndTime, dayAndTimeBeside, isoInstant, timeAndDay, timeOfDay, type InstantLike } from '../words/dates.ts'

const forms = {
  time: timeOfDay,
  'day and time': dayAndTime,
  'time and day': timeAndDay,
} as const satisfies Record<string, (instant: InstantLike) => string>

export interface TimeProps {
  readonly instant: InstantLike
  /** "day and time" if left out: "Mon 23 November, 14:45". */
  readonly form?: keyof typeof forms | undefined
  /** With it a day of another year says so: for what may be old. */
  readonly now?: Date | undefined
}

/** An instant in London's time, for people and for machines. */
export function Time({ instant, form, now }: TimeProps) {
  const words =
    now === undefined ? forms[form ?? 'day and time'](instant) : dayAndTimeBeside(instant, now.toISOString())
  return <time datetime={isoInstant(instant)}>{words}</time>
}
