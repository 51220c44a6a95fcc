import { londonClock } from '#calculations/calendar/london-time.ts'

/** "14:30", as clocks in London show it: for a field. */
export const timeOf = (at: Date): string => londonClock(at).time.slice(0, 5)
