import { z } from 'zod'
import { keysOf } from '#platform/edge.ts'
import { HELPED } from '../rules/own-choices.ts'
import { LINK_WAYS } from '../rules/vcp04-reach.ts'

const instant = z.iso.datetime()

/** What staff see of a victim’s own page. Nothing of a link opens anything. */
export const staffOwnPage = z.object({
  /** VCP01: why there may be none; empty where there may. */
  whyNot: z.array(z.string()).readonly(),
  messagesAllowed: z.boolean(),
  links: z
    .array(
      z.object({
        id: z.uuid(),
        way: z.enum(keysOf(LINK_WAYS)),
        reach: z.string().nullable(),
        by: z.string(),
        madeAt: instant,
        expiresAt: instant,
        state: z.enum(['waiting', 'used', 'expired', 'ended']),
        tries: z.int(),
        usedAt: instant.nullable(),
        endedWhy: z.enum(['taken-back', 'replaced', 'tries', 'unsafe']).nullable(),
      }),
    )
    .readonly(),
  words: z
    .array(z.object({ id: z.uuid(), at: instant, helped: z.enum(HELPED), words: z.string().nullable() }))
    .readonly(),
  messages: z.array(z.object({ id: z.uuid(), at: instant, by: z.string().nullable(), words: z.string() })).readonly(),
})
export type StaffOwnPage = z.output<typeof staffOwnPage>
