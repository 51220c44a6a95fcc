import { z } from 'zod'

/** Why two parties may be one: what was compared, on either side, how it compares in words, and for how much it counts. */
export const reason = z.object({
  /** "Date of birth" */
  what: z.string(),
  left: z.string(),
  right: z.string(),
  /** "the same", "day and month the other way round" */
  level: z.string(),
  /** Bits of odds: for (above nought) or against their being one. */
  weight: z.number(),
})
export type Reason = z.output<typeof reason>

const reasons = z.array(reason)

/** As they were written down; none where they cannot be read any more. */
export function readReasons(stored: unknown): readonly Reason[] {
  const read = reasons.safeParse(stored)
  return read.success ? read.data.toSorted((a, b) => b.weight - a.weight) : []
}
