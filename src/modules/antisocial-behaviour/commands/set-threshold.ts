import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { keepFrom, saidFrom } from '#kernel/organisation/from-a-day.ts'
import { civilDate, id, text, wholeNumber } from '#platform/forms/fields.ts'
import { SETTERS } from '../writers.ts'
import { getAuthority } from './authority.ts'
import { PURPOSE } from './fields.ts'

/** What was in force stays as it was: a threshold begins today or later, and the one before it governs until then. */
export const setThreshold = command({
  name: 'asb-threshold.set',
  summary: 'Set the threshold of an authority for case reviews, from a day on',
  input: z.object({
    authority: id('The authority', 'Choose the authority from the list'),
    from: civilDate('First day'),
    reports: wholeNumber('How many reports', { min: 1, max: 20 }),
    months: wholeNumber('Within how many months', { min: 1, max: 24 }),
    source: text('Where its procedure says so', 500),
  }),
  output: z.object({ authority: z.int() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: {
    event: 'asb-threshold.set',
    subjects: ({ authority }) => [{ kind: 'agency', id: authority }],
    detail: ({ from, reports, months }) => ({ from, reports, months }),
  },
  async run(tx, { authority, from, reports, months, source }) {
    await getAuthority(tx, authority)
    const said = saidFrom(tx, from, {
      rule: 'CRV02',
      message: 'A threshold begins today or later: what was decided by the one before stands.',
    })
    await keepFrom(
      tx.db.insertInto('asb_threshold').values({ ...said, authority_id: authority, reports, months, source }),
    )
    return { authority }
  },
})
