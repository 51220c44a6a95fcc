/** A civil date of birth and how well it is known. */
export interface Birth {
  readonly date: string
  readonly precision: 'day' | 'month' | 'year' | 'about'
}

/** How many years "about" may be out. A default. */
const ABOUT = 2

/**
 * PTY02 An age is no better than the date that it comes from: "36"; of a month or a year, "35 or 36" until it is over; of a
 * guess, "about 36".
 */
export function ageWords({ date, precision }: Birth, today: string): string {
  if (precision === 'about') return `about ${yearOf(today) - yearOf(date)}`
  const least = yearsFrom(lastDay(date, precision), today)
  const most = yearsFrom(firstDay(date, precision), today)
  return least === most ? String(least) : `${least} or ${most}`
}

/**
 * PTY03 Who may be under 18 is taken for a child: by the latest day on which they can have been born. Of a guess, two years
 * after it. Whose date of birth nobody knows is not taken for one.
 *
 * Born 23 November 2008, on 22 November 2026: a child; the day after: not. "2008", all of 2026: a child.
 */
export function mayBeChild(births: readonly Birth[], today: string): boolean {
  return births.some(({ date, precision }) =>
    precision === 'about'
      ? yearOf(today) - yearOf(date) - ABOUT < ADULT
      : yearsFrom(lastDay(date, precision), today) < ADULT,
  )
}

const ADULT = 18

/** Whole years; a birthday of 29 February comes on 1 March in other years. */
function yearsFrom(birth: string, today: string): number {
  const years = yearOf(today) - yearOf(birth)
  return today.slice(5) >= birth.slice(5) ? years : years - 1
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function firstDay(date: string, precision: Birth['precision']): string {
  if (precision === 'year') return `${date.slice(0, 4)}-01-01`
  return precision === 'month' ? `${date.slice(0, 7)}-01` : date
}

function lastDay(date: string, precision: Birth['precision']): string {
  if (precision === 'year') return `${date.slice(0, 4)}-12-31`
  return precision === 'month' ? `${date.slice(0, 7)}-31` : date
}
