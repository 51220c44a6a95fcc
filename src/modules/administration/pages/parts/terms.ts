import { dayWithYear } from '#ui/words/dates.ts'

/** "since Fri 1 April 2016", "Fri 1 April 2016 to Tue 31 March 2026" */
export function termWords(from: string, to: string | null): string {
  return to === null ? `since ${dayWithYear(from)}` : `${dayWithYear(from)} to ${dayWithYear(to)}`
}
