import { wholeNumber } from '#platform/forms/fields.ts'
import { Conflict } from '#platform/errors/errors.ts'

/** The version that the person saw when they began. */
export const version = wholeNumber('Version', { min: 1, max: 2_000_000_000 })

/**
 * Throws Conflict, with what stands now, when the row has been saved since. The row must have been read with FOR UPDATE,
 * so that nobody saves between this and the update.
 */
export function sameVersion(row: { readonly version: number }, seen: number): void {
  if (row.version === seen) return
  throw new Conflict(
    'Somebody else changed this while you were working. Both versions are below: check yours against theirs and save again.',
    row,
  )
}
