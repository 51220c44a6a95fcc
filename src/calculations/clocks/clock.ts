import { z } from 'zod'
import { WEEKDAYS } from '#calculations/calendar/day-number.ts'

/**
 * The kinds of clock by which a duty falls due, as plain data that a rule keeps. What each means, and what a pause does to
 * it, is said where it is reckoned: one file a kind, named after it.
 */

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Give a time as 17:00')
const days = z.int().min(0).max(36_500)
const hours = z.number().positive().max(876_000)

const workingDays = { kind: z.literal('working-days'), days }
const calendarDays = z.strictObject({ kind: z.literal('calendar-days'), days })
const calendarMonths = z.strictObject({ kind: z.literal('calendar-months'), months: z.int().min(0).max(1_200) })
const elapsedHours = z.strictObject({ kind: z.literal('elapsed-hours'), hours })

/** A length of time, for the kinds that repeat it or count it back from an event. */
const span = z.discriminatedUnion('kind', [z.strictObject(workingDays), calendarDays, calendarMonths, elapsedHours])

const openFrom = z
  .strictObject({ opens: time, closes: time })
  .refine(({ opens, closes }) => opens < closes, 'It closes before it opens')

const opening = z
  .partialRecord(
    z.enum(WEEKDAYS),
    z
      .array(openFrom)
      .refine((given) => given.every((next, i) => i === 0 || (given[i - 1]?.closes ?? '') <= next.opens), {
        message: 'Opening hours of a day are in order and do not overlap',
      }),
  )
  .refine((week) => Object.values(week).some((given) => given.length > 0), 'The unit is open at some time of the week')

export const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...workingDays, cutOff: time.optional() }),
  calendarDays,
  calendarMonths,
  elapsedHours,
  z.strictObject({ kind: z.literal('office-hours'), hours, opening }),
  z.strictObject({
    kind: z.literal('hours-leaving-out'),
    hours,
    leavingOut: z.array(z.enum(['saturdays', 'sundays', 'good-friday', 'christmas-day', 'bank-holidays'])),
  }),
  z.strictObject({ kind: z.literal('before-event'), by: span }),
  z.strictObject({ kind: z.literal('recurring'), every: span }),
  z.strictObject({ kind: z.literal('at-once'), dueAtStart: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('none') }),
])

/** A clock, by its kind. */
export type Clock = z.infer<typeof clockSchema>

/** The clock of one kind: `ClockOf<'working-days'>`. */
export type ClockOf<Kind extends Clock['kind']> = Extract<Clock, { kind: Kind }>

/** A length of time that can be repeated, or counted back from an event. */
export type Span = z.infer<typeof span>

/** The hours in which a unit is open, by weekday; a weekday left out is closed all day. */
export type Opening = ClockOf<'office-hours'>['opening']
