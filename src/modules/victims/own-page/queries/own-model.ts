import { z } from 'zod'
import { CASE_EVENTS } from '#kernel/victims-code/events.ts'
import { keysOf } from '#platform/edge.ts'

const instant = z.iso.datetime()

/** What a victim sees of their case on their own page. Names nobody. */
export const ownPageModel = z.object({
  victim: z.uuid(),
  code: z.enum(['2015', '2020']).nullable(),
  enhanced: z.boolean(),
  reportedAt: instant,
  /** What happened since, the latest first; of what is still to be told only that there is something (VCP05). */
  happened: z.array(z.object({ kind: z.enum(keysOf(CASE_EVENTS)), at: instant })),
  newsWaits: z.boolean(),
  /** Days in court to come, the first first. */
  courtDays: z.array(instant),
  next: z.array(z.object({ rule: z.string(), due: instant.nullable() })),
  unit: z.string().nullable(),
  phone: z.string().nullable(),
  messages: z.boolean(),
})
export type OwnPageModel = z.output<typeof ownPageModel>

export const ownWishesModel = z.object({
  victim: z.uuid(),
  /** When and in which language is not shown: an officer may have written it, and it may say where they are. */
  way: z.string().nullable(),
})

export const ownMessagesModel = z.object({
  victim: z.uuid(),
  messages: z.array(z.object({ at: instant, fromVictim: z.boolean(), words: z.string() })).readonly(),
})
