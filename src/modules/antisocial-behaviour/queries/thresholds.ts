import { z } from 'zod'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { thresholdOn, type Threshold } from '../rules/review-rules.ts'
import { SETTERS } from '../writers.ts'
import { authoritiesOf } from './open-case.ts'

type Own = Omit<Threshold, 'mark'> & { readonly authority: number; readonly from: string }

async function ownThresholds(tx: Tx): Promise<readonly Own[]> {
  return rowsAs<Own>(
    await tx.client.query(
      `SELECT authority_id AS authority, valid_from::text AS from, reports, months, source FROM asb_threshold
      ORDER BY authority_id, valid_from`,
    ),
  )
}

/** The one in force for an authority on a day (CRV02). */
export async function findThreshold(tx: Tx, authority: number, day: CivilDate): Promise<Threshold> {
  return thresholdOn(
    (await ownThresholds(tx)).filter((one) => one.authority === authority),
    day,
  )
}

export const thresholdLine = z.object({
  authority: z.string(),
  name: z.string(),
  reports: z.int(),
  months: z.int(),
  mark: z.enum(['default', 'local']),
  source: z.string(),
  /** One that begins later. */
  next: z.object({ from: z.string(), reports: z.int(), months: z.int() }).nullable(),
})

/** Each authority's, as in force today. */
export async function thresholdsToday(tx: Tx): Promise<readonly z.output<typeof thresholdLine>[]> {
  const own = await ownThresholds(tx)
  const now = today(tx)
  return (await authoritiesOf(tx)).map(({ value, text }) => {
    const theirs = own.filter(({ authority }) => String(authority) === value)
    const next = theirs.find(({ from }) => from > now)
    const { reports, months, mark, source } = thresholdOn(theirs, now)
    return {
      authority: value,
      name: text,
      reports,
      months,
      mark,
      source,
      next: next === undefined ? null : { from: next.from, reports: next.reports, months: next.months },
    }
  })
}

export const thresholdForm = query({
  name: 'asb-threshold.form',
  summary: 'Begin to set the threshold of an authority for case reviews',
  input: z.object({}),
  output: z.object({ authorities: z.array(z.object({ value: z.string(), text: z.string() })).readonly() }),
  access: { staff: SETTERS },
  purpose: PURPOSE,
  audit: { event: 'asb-threshold.form-opened', subjects: about.nobody },
  run: async (tx) => ({ authorities: await authoritiesOf(tx) }),
})
