import { z } from 'zod'
import { version } from '#kernel/organisation/versions.ts'

export const planId = z.uuid({ error: 'This is not the reference of a problem plan' })

/** What every command on a plan begins with: which, and the version that the person saw. */
export const planSeen = { id: planId, version } as const

export const aboutPlan = (input: { readonly id: string }) => [{ kind: 'problem-plan', id: input.id }]

export const planChanged = z.object({ id: planId })

/** A count, or nothing yet: nought is a count. */
export function optionalCount(label: string) {
  const error = `${label} must be a whole number, such as 12`
  return z
    .union(
      [
        z.null(),
        z.literal('').transform(() => null),
        z.int({ error }).min(0, { error }).max(1_000_000, { error }),
        z
          .string()
          .trim()
          .regex(/^\d{1,6}$/, { error })
          .transform(Number),
      ],
      { error },
    )
    .optional()
    .transform((value) => value ?? null)
}
