import { z } from 'zod'
import { version } from '#kernel/organisation/versions.ts'

export const findingId = z.uuid({ error: 'This is not the reference of a finding' })

/** What every command on a finding begins with: which, and the version that the person saw. */
export const findingSeen = { id: findingId, version } as const

export const aboutFinding = (input: { readonly id: string }) => [{ kind: 'finding', id: input.id }]

export const findingChanged = z.object({ id: findingId })

/** A number with decimals, in text or not. */
export function decimalNumber(label: string) {
  const error = `${label} must be a number, such as 90 or 4.5`
  return z.union(
    [
      z.number({ error }),
      z
        .string()
        .trim()
        .regex(/^-?\d{1,9}(\.\d{1,6})?$/, { error })
        .transform(Number),
    ],
    { error },
  )
}
