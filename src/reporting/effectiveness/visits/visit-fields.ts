import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'

export const visitId = z.uuid({ error: 'This is not the reference of a visit' })

/** "14:30", as clocks in London show it. */
export function clockTime(label: string) {
  const error = `${label} must be a time such as 14:30`
  return z
    .string({ error })
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error })
    .transform((time) => time.replace('.', ':').padStart(5, '0'))
}

/** The moment at which clocks in London show it. */
export function momentOf(date: string, time: string): Date {
  return londonMoment(getCivilDate(date), time)
}
