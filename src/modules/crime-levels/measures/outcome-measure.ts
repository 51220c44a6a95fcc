import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Computed, Measure } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { incidentsHref } from '../rules/addresses.ts'
import { categoriesOf } from '../rules/what.ts'
import { AVAILABLE_AFTER, coveredMonths, lastLoadedMonth } from './covered.ts'
import { DEALT_WITH, ENDED_WITHOUT } from './outcomes.ts'
import { rowIds } from './row-ids.ts'

/** How often a crime whose outcome is known ended with somebody dealt with. */
export const outcomeMeasure: Measure = {
  code: 'P1-OUTCOME',
  version: 1,
  name: 'Crimes with a suspect dealt with',
  definition:
    'Of the crimes of a month whose last outcome is known: how many ended with a charge, a caution or another resolution. Recent months change as investigations end: most of theirs is unknown at first.',
  numerator: 'Crimes whose last published outcome says that somebody was charged, cautioned or otherwise dealt with.',
  denominator: 'Crimes whose last published outcome is a result, whichever.',
  unknown: 'Crimes still under investigation, and those without an outcome or any update on one.',
  unit: 'per cent',
  direction: 'higher',
  question: 'E2',
  source: 'Last outcome category in street-level data of data.police.uk.',
  authority: 'Outcomes of data.police.uk, grouped by this project',
  by: ['area'],
  availableAfter: AVAILABLE_AFTER,
  lastMonth: lastLoadedMonth,
  compute: computeOutcomes,
  rowsAt: ({ month, area }) => incidentsHref({ what: 'crime', from: month, to: month, area }),
  population: (tx, month) => rowIds(tx, 'crime', month, { in: 'whole' }, [...DEALT_WITH, ...ENDED_WITHOUT]),
}

interface OutcomeCounts {
  readonly area: number | null
  readonly month: CivilMonth
  readonly dealtWith: number
  readonly known: number
  readonly all: number
}

async function computeOutcomes(tx: Tx, from: CivilMonth, to: CivilMonth): Promise<Computed> {
  const { loaded, months, areas, sourceAt } = await coveredMonths(tx, from, to)
  const days = months.map((month) => `${month}-01`)
  const rows = rowsAs<OutcomeCounts>(
    await tx.client.query(SQL, [
      loaded.publisher,
      loaded.source,
      categoriesOf('crime'),
      days,
      DEALT_WITH,
      ENDED_WITHOUT,
      areas,
    ]),
  )
  const found = new Map(rows.map((row) => [`${row.area ?? 'force'} ${row.month}`, row]))
  const values = months.flatMap((month) =>
    [null, ...areas].map((area) => {
      const { dealtWith = 0, known = 0, all = 0 } = found.get(`${area ?? 'force'} ${month}`) ?? {}
      return { month, area, unit: null, numerator: dealtWith, denominator: known, unknown: all - known }
    }),
  )
  return { values, sourceAt }
}

/** Rows in a compartment are in no published figure. */
const SQL = `
  WITH at_point AS MATERIALIZED (
    SELECT month, location_id, count(*) FILTER (WHERE outcome = ANY ($5)) AS dealt_with,
      count(*) FILTER (WHERE outcome = ANY ($5) OR outcome = ANY ($6)) AS known, count(*) AS every
    FROM occurrence
    WHERE publisher = $1 AND source = $2 AND category = ANY ($3) AND month = ANY ($4::date[]) AND compartment_id IS NULL
    GROUP BY month, location_id
  ), placed AS (
    SELECT NULL::bigint AS area, month, dealt_with, known, every FROM at_point
    UNION ALL
    SELECT l.area_id, p.month, p.dealt_with, p.known, p.every
    FROM at_point p JOIN location_area l ON l.location_id = p.location_id AND l.area_id = ANY ($7::bigint[])
  )
  SELECT area, to_char(month, 'YYYY-MM') AS month, sum(dealt_with)::integer AS "dealtWith", sum(known)::integer AS known,
    sum(every)::integer AS "all"
  FROM placed GROUP BY area, month`
