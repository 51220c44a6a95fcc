import { LINK_KINDS, type LinkKind } from '#kernel/parties/words.ts'
import { dayOf, dayWithYear, month, shortDayWithYear, timeOfDay } from '#ui/words/dates.ts'
import { capital } from '#ui/words/capital.ts'

/** "since 3 Mar 2019", "3 Mar 2019 to 4 Jan 2021", "until 4 Jan 2021"; nothing where no day is known. */
export function termWords(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${shortDayWithYear(from)} to ${shortDayWithYear(to)}`
  if (from !== null) return `since ${shortDayWithYear(from)}`
  return to === null ? '' : `until ${shortDayWithYear(to)}`
}

/** How the page's own party is tied to the other. */
export function tieWords(kind: LinkKind, back: boolean): string {
  return back ? LINK_KINDS[kind].back : LINK_KINDS[kind].there
}

const WHAT: Readonly<Record<string, string>> = {
  crime: 'Crime',
  asb: 'Anti-social behaviour',
  incident: 'Incident',
}

/** Kinds of occurrence and of record as an officer says them. */
export function whatWords(what: string): string {
  return WHAT[what] ?? capital(what.replaceAll('-', ' '))
}

/** No more exact than it is known. */
export function happenedWords(at: string, precision: 'minute' | 'hour' | 'day' | 'month'): string {
  const day = dayOf(at)
  if (precision === 'month') return month(day)
  if (precision === 'day') return dayWithYear(day)
  return `${dayWithYear(day)}, ${precision === 'hour' ? 'about ' : ''}${timeOfDay(at)}`
}
