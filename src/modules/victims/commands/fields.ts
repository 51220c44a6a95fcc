import { z } from 'zod'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { londonMoment } from '#calculations/calendar/london-time.ts'
import { version } from '#kernel/organisation/versions.ts'
import { recordId } from '#kernel/records/record.ts'

/** What every command on a victim begins with: which, and the version that the person saw. */
export const victimSeen = { id: recordId, version } as const
export const victimChanged = z.object({ id: z.uuid() })
export const aboutVictim = (input: { readonly id: string }) => [{ kind: 'victim', id: input.id }]
export const PURPOSE = 'victims of crime'
export const YES_NO = ['yes', 'no'] as const

/** "14:30", as clocks in London show it. */
export function clockTime(label: string) {
  const error = `${label} must be a time such as 14:30`
  return z
    .string({ error })
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error })
    .transform((time) => time.replace('.', ':').padStart(5, '0'))
}

/** The same, or empty: null then. */
export function optionalClockTime(label: string) {
  return z
    .union([z.null(), z.literal('').transform(() => null), clockTime(label)])
    .optional()
    .transform((time) => time ?? null)
}

export function momentOf(date: string, time: string): Date {
  return londonMoment(getCivilDate(date), time)
}

/** Several ids, of boxes that were ticked; one alone need not be a list. */
export const ticked = z
  .union([z.array(z.uuid()).max(100), z.uuid().transform((one) => [one]), z.literal('').transform(() => [])])
  .optional()
  .transform((ids) => [...new Set(ids ?? [])])
