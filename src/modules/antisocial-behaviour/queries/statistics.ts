import { z } from 'zod'
import { download, query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { batchOf, exportBody, exportHead } from '#platform/exports/export-file.ts'
import { about } from '#platform/operations/define.ts'
import { PURPOSE } from '../commands/fields.ts'
import { authoritiesOf } from './open-case.ts'
import { thresholdLine, thresholdsToday } from './thresholds.ts'

const FIRST_YEAR = 2014

const year = z
  .union(
    [
      z.null(),
      z.literal('').transform(() => null),
      z
        .string()
        .regex(/^20\d\d$/)
        .transform(Number),
      z.int(),
    ],
    {
      error: 'Give a year, such as 2026',
    },
  )
  .optional()
  .transform((value) => value ?? null)

export const yearLine = z.object({
  authority: z.string(),
  asked: z.int(),
  notMet: z.int(),
  undecided: z.int(),
  held: z.int(),
  recommended: z.int(),
  appeals: z.int(),
})
export type YearLine = z.output<typeof yearLine>

/**
 * What the law wants published every year, by authority: applications of the year, those that did not meet the threshold,
 * reviews held on them, and those that led to recommendations. Counted for the whole force by the service, since it is
 * published; what is in a compartment is left out.
 */
async function yearLines(tx: Tx, of: number): Promise<readonly YearLine[]> {
  const authorities = await authoritiesOf(tx)
  const rows = await asService(tx, async () =>
    rowsAs<Omit<YearLine, 'authority'> & { readonly authority: string }>(
      await tx.client.query(
        `SELECT v.authority_id::text AS authority, count(*)::integer AS asked,
          count(*) FILTER (WHERE NOT v.met)::integer AS "notMet", count(*) FILTER (WHERE v.met IS NULL)::integer AS undecided,
          count(v.held_at)::integer AS held, count(v.appealed_at)::integer AS appeals,
          count(*) FILTER (WHERE EXISTS (SELECT FROM asb_recommendation r WHERE r.review_id = v.id))::integer AS recommended
        FROM asb_review v WHERE extract(year FROM v.received_at AT TIME ZONE 'Europe/London') = $1 GROUP BY 1`,
        [of],
      ),
    ),
  )
  const none = { asked: 0, notMet: 0, undecided: 0, held: 0, recommended: 0, appeals: 0 }
  return authorities.map(({ value, text }) => {
    const { authority: _id, ...counts } = rows.find(({ authority }) => authority === value) ?? {
      authority: value,
      ...none,
    }
    return { authority: text, ...counts }
  })
}

export const showStatistics = query({
  name: 'case-review.statistics',
  summary: 'Show the yearly statistics of case reviews by authority, and the thresholds in force',
  input: z.object({ year }),
  output: z.object({
    year: z.int(),
    years: z.array(z.int()).readonly(),
    lines: z.array(yearLine).readonly(),
    thresholds: z.array(thresholdLine).readonly(),
  }),
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'case-review.statistics-opened',
    subjects: about.nobody,
    detail: (_, { year: of }) => ({ year: of }),
  },
  async run(tx, input) {
    const current = Number(today(tx).slice(0, 4))
    const of = input.year ?? current
    const years = Array.from({ length: current - FIRST_YEAR + 1 }, (_, before) => current - before)
    return { year: of, years, lines: await yearLines(tx, of), thresholds: await thresholdsToday(tx) }
  },
})

export const exportStatistics = download({
  name: 'case-review.export',
  summary: 'Download the yearly statistics of case reviews',
  input: z.object({ year }),
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'case-review.statistics-taken',
    subjects: about.nobody,
    detail: ({ year: of }, { rows, fileName }) => ({ year: of, rows, fileName }),
  },
  async run(tx, input) {
    const of = input.year ?? Number(today(tx).slice(0, 4))
    const lines = await yearLines(tx, of)
    const file = {
      format: 'csv',
      marking: 'OFFICIAL',
      name: `anti-social behaviour case reviews, ${of}`,
      rows: lines.length,
    } as const
    const table = {
      notes: [`Case reviews asked for in ${of}, by authority, as they stood on ${today(tx)}`],
      columns: [
        'authority',
        'applications',
        'threshold not met',
        'not decided yet',
        'reviews held',
        'reviews with recommendations',
        'appeals',
      ],
      rows: batchOf(
        lines.map((line) => [
          line.authority,
          line.asked,
          line.notMet,
          line.undecided,
          line.held,
          line.recommended,
          line.appeals,
        ]),
      ),
    }
    return { ...exportHead(file), body: exportBody(file, table) }
  },
})
