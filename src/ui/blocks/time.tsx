import { dayAndTime, isoInstant, timeAndDay, timeOfDay, type InstantLike } from '../words/dates.ts'

const forms = {
  time: timeOfDay,
  'day and time': dayAndTime,
  'time and day': timeAndDay,
} as const satisfies Record<string, (instant: InstantLike) => string>

export interface TimeProps {
  readonly instant: InstantLike
  /** "day and time" if left out: "Mon 23 November, 14:45". */
  readonly form?: keyof typeof forms | undefined
}

/** An instant in London's time, for people and for machines. */
export function Time({ instant, form }: TimeProps) {
  return <time datetime={isoInstant(instant)}>{forms[form ?? 'day and time'](instant)}</time>
}
