import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { keepFrom, saidFrom } from '#kernel/organisation/from-a-day.ts'
import { choice, civilDate, text } from '#platform/forms/fields.ts'
import { SETTERS } from '../writers.ts'
import { PURPOSE } from './fields.ts'

export const STANDARD_CHOICES = { yes: 'Yes: every victim is told', no: 'No: what the code asks, and no more' } as const

/** VCT08: a standard begins today or later, and whoever reported a crime before is under the one before it. */
export const setStandard = command({
  name: 'victim-standard.set',
  summary: 'Say from when the force promises every victim a first word on how it goes, or no longer does',
  input: z.object({
    from: civilDate('First day'),
    applies: choice('Whether it is promised', ['yes', 'no']),
    source: text('Where the force says so', 500),
  }),
  output: z.object({ from: z.string() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: {
    event: 'victim-standard.set',
    subjects: () => [],
    detail: ({ from, applies }) => ({ from, applies }),
  },
  async run(tx, { from, applies, source }) {
    const said = saidFrom(tx, from, {
      rule: 'VCT08',
      message: 'A standard begins today or later: what was promised before stands.',
    })
    await keepFrom(tx.db.insertInto('victim_local_standard').values({ ...said, applies: applies === 'yes', source }))
    return { from }
  },
})
