import { z } from 'zod'
import { PROBLEM_TYPES } from '#kernel/tactics/problem-types.ts'
import { EFFECTS, type Tactic } from '#kernel/tactics/tactic.ts'
import { keysOf } from '#platform/edge.ts'

const text = z.string().nullable()

/** A tactic of the library with the force's own result. */
export const tacticView = z.object({
  code: z.string(),
  name: z.string(),
  target: z.string(),
  types: z.array(z.enum(keysOf(PROBLEM_TYPES))).readonly(),
  effect: z.enum(keysOf(EFFECTS)),
  sureness: z
    .custom<Tactic['sureness']>((value) => typeof value === 'number' && value >= 0 && value <= 4)
    .meta({
      type: 'integer',
      minimum: 0,
      maximum: 4,
      description: 'How sure reviews are of the effect: 0 to 4',
    }),
  mechanism: text,
  moderators: text,
  implementation: text,
  costed: z.boolean(),
  seenIn: text,
  study: z.string().optional(),
  /** Plans that used it, of those that the reader may know of: open, and how they ended. */
  own: z.object({
    used: z.int(),
    open: z.int(),
    better: z.int(),
    notBetter: z.int(),
    otherwise: z.int(),
    held: z.int(),
    notHeld: z.int(),
  }),
})
export type TacticView = z.output<typeof tacticView>
