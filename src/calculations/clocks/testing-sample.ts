import fc from 'fast-check'
import { countingClocks, eventClocks, moments, pausesAbout } from './testing.ts'
import { dueOf } from './due-of.ts'

/** Due times and reasons of clocks of all kinds, one a line, the same each time: to compare servers with. */
export function sampleDues(): string[] {
  const given = moments.chain((from) =>
    fc.tuple(fc.oneof(countingClocks, eventClocks), fc.constant(from), pausesAbout(from)),
  )
  return fc
    .sample(given, { numRuns: 600, seed: 2016 })
    .map(([clock, from, pauses]) => JSON.stringify(dueOf(clock, from, undefined, { pauses })))
}
