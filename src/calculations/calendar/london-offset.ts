import { Temporal } from 'temporal-polyfill'

/** A change of the clocks: from this moment on they are ahead of UTC by the offset. Both in milliseconds. */
interface Change {
  readonly from: number
  readonly offset: number
}

const years = new Map<number, readonly Change[]>()

/**
 * By how many milliseconds London clocks are ahead of UTC at the moment (milliseconds since 1970): what the time zone
 * tables of this Node.js say, asked once a year of the calendar, since asking them each time is what makes dates slow.
 */
export function londonOffset(ms: number): number {
  const year = new Date(ms).getUTCFullYear()
  let changes = years.get(year)
  if (changes === undefined) years.set(year, (changes = changesOf(year)))
  let offset = 0
  for (const change of changes) {
    if (change.from > ms) break
    offset = change.offset
  }
  return offset
}

/** The offset with which the year begins, and its changes, in order. */
function changesOf(year: number): readonly Change[] {
  const end = Date.UTC(year + 1, 0, 1)
  const changes: Change[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0, 1),
  ).toZonedDateTimeISO('Europe/London')
  while (at !== null && at.epochMilliseconds < end) {
    changes.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1_000_000 })
    at = at.getTimeZoneTransition('next')
  }
  return changes
}
