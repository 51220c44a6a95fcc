import type { Offence } from '../offences.ts'

/** When a crime was done and recorded, as days in London: `2017-03-31`. */
export interface CrimeDays {
  /** The last day on which it may have been done. */
  readonly doneBy: string
  /** The day on which it was recorded; null where that is not known, and the day it was done then stands for it. */
  readonly recordedOn: string | null
}

/**
 * OFF-01: an offence is valid for a crime if it was one in law when the crime may last have been done, and if its class was in use
 * on the day the crime was recorded: classes are those of the recording, so a burglary of March 2017 that was recorded in April
 * is in the classes of April. Null where it is; else why not, in words that follow "The offence".
 */
export function offenceFault(offence: Offence, { doneBy, recordedOn }: CrimeDays): string | null {
  const { lawFrom, recordedFrom, recordedUntil, replacedBy } = offence
  if (lawFrom !== null && doneBy < lawFrom) return `is one only since ${lawFrom}, and this was done by ${doneBy}`
  const recorded = recordedOn ?? doneBy
  if (recordedFrom !== null && recorded < recordedFrom)
    return `is recorded only since ${recordedFrom}, and this was recorded on ${recorded}`
  if (recordedUntil !== null && recorded > recordedUntil) {
    const then = replacedBy === null ? '' : `; since then it is ${replacedBy}`
    return `was recorded only until ${recordedUntil}, and this was recorded on ${recorded}${then}`
  }
  return null
}

/** Those of the offences that are valid, and where there is none, why the first is not. */
export function validOffences(
  offences: readonly Offence[],
  days: CrimeDays,
): { readonly valid: readonly Offence[]; readonly fault: string | null } {
  const valid = offences.filter((offence) => offenceFault(offence, days) === null)
  const [first] = offences
  return { valid, fault: valid.length > 0 || first === undefined ? null : offenceFault(first, days) }
}
