import { dayAndTimeBeside, dayOf, daysLeft, duration, shortDay, shortDayWithYear } from '#ui/words/dates.ts'
import { londonDay, londonLastSecond } from '#calculations/calendar/london-time.ts'

const DAY = 86_400_000

/** How long is left to a due time, or how long it is over: "3 h 20 left", "2 days left", "40 min over", "1 day over". */
export function timeLeft(due: string, now: Date): string {
  const ms = Date.parse(due) - now.getTime()
  const side = ms >= 0 ? 'left' : 'over'
  if (Math.abs(ms) >= DAY) return daysLeft(dayOf(due), dayOf(now.toISOString()))
  return `${duration(Math.floor(Math.abs(ms) / 60_000))} ${side}`
}

/** When it is due: "Mon 23 November, 14:45"; "end of 23 Nov" where it is due with the day; with its year where that is another. */
export function dueWords(due: string, now: Date): string {
  const ms = Date.parse(due)
  if (ms !== londonLastSecond(londonDay(ms))) return dayAndTimeBeside(due, now.toISOString())
  const on = dayOf(due)
  return `end of ${on.year === dayOf(now.toISOString()).year ? shortDay(on) : shortDayWithYear(on)}`
}
