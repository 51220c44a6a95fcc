import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import { dueAt } from './due-of.ts'
import { countingClocks, moments, pausesAbout } from './testing.ts'

test('100,000 open duties of all kinds, half of them paused, are recomputed within the ten seconds promised', () => {
  const given = moments.chain((from) => fc.tuple(countingClocks, fc.constant(from), pausesAbout(from)))
  const duties = fc.sample(given, { numRuns: 1_000, seed: 2016 })
  const started = performance.now()
  let dated = 0
  for (let i = 0; i < 100_000; i++) {
    const [clock, from, pauses] = duties[i % duties.length] ?? []
    if (clock === undefined || from === undefined || pauses === undefined) continue
    if (dueAt(clock, from, standardHolidays, i % 2 === 0 ? pauses : []) !== null) dated++
  }
  expect(dated).toBe(100_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})
