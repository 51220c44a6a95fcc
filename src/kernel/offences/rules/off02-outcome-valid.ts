import type { Outcome } from '../outcomes.ts'

/**
 * OFF-02: an outcome can be given from its first day on. Null where it can; else why not, in words that follow "The outcome".
 * Where the day is not known nothing is said against it.
 */
export function outcomeFault(outcome: Outcome, givenOn: string | null): string | null {
  if (givenOn === null || givenOn >= outcome.since) return null
  return `${outcome.code} is given only since ${outcome.since}, and this was given on ${givenOn}`
}
