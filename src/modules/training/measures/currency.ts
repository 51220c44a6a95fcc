import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { daysInMonth, getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import { countedOn } from '#kernel/competences/counted.ts'
import type { CompetenceCode } from '#kernel/competences/competences.ts'
import { TRAINING_HREF } from '#kernel/competences/hrefs.ts'
import type { Measure, MeasureValue } from '#kernel/measures/define.ts'
import { today } from '#kernel/organisation/today.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

const COMPETENCE: CompetenceCode = 'problem-solving'

type Row = Omit<MeasureValue, 'month' | 'unknown'> & { readonly month: string }

/**
 * By month: the whole force, each policing area, each unit; everybody once in each. $1 competence, $2 months and $3 the day of
 * each on which it is counted. Months before the first course that is recorded are left out: nothing is known of them.
 */
const COMPUTE = `
  WITH ${POLICING}, days AS (SELECT * FROM unnest($2::text[], $3::date[]) AS d (month, day)
      WHERE day >= (SELECT min(gained_on) FROM competence_holding WHERE competence = $1 AND withdrawn_at IS NULL)),
    seen AS (SELECT d.month, d.day, c.account, c.unit, p.policing AS area
      FROM days d CROSS JOIN LATERAL (WITH ${countedOn('d.day')} SELECT * FROM counted) c
        LEFT JOIN policing p ON p.id = c.area),
    marked AS (SELECT s.*, EXISTS (SELECT FROM competence_holding h WHERE h.account_id = s.account AND h.competence = $1
        AND h.withdrawn_at IS NULL AND h.gained_on <= s.day AND h.expires_on >= s.day) AS current FROM seen s)
  SELECT month, area, unit, count(DISTINCT account) FILTER (WHERE current)::integer AS numerator,
    count(DISTINCT account)::integer AS denominator
  FROM marked GROUP BY GROUPING SETS ((month), (month, area), (month, unit))
  HAVING (GROUPING(area) = 1 OR area IS NOT NULL)
  ORDER BY month, area NULLS FIRST, unit NULLS FIRST`

/** TRN-CURRENT: of those of whom training in problem-solving is asked, whose is current at the end of the month. */
export const trainingCurrency: Measure = {
  code: 'TRN-CURRENT',
  version: 1,
  name: 'Training in problem-solving that is current',
  definition:
    'Of the officers and staff posted to neighbourhood teams at the end of the month, the share whose training in problem-solving was current on that day (in a month that is not over, today). Nothing recorded counts as not current. It says that somebody was trained, and nothing of how well they solve problems.',
  numerator: 'people whose training in problem-solving is current',
  denominator: 'officers and staff posted to a unit whose area is a neighbourhood or a ward',
  unknown: 'none: nothing recorded counts as not current',
  unit: 'per cent',
  direction: 'higher',
  question: 'E1',
  diagnostic: 'E1.2',
  source: 'the training recorded in this system, and its postings',
  authority: 'A measure of our own',
  by: ['area', 'unit'],
  compute: async (tx, from, to) => {
    const now = today(tx)
    const months = monthsBetween(from, to).filter((month) => `${month}-01` <= now)
    const days = months.map((month) => {
      const last = getCivilDate(`${month}-${daysInMonth(month)}`)
      return last < now ? last : now
    })
    const rows = rowsAs<Row>(await tx.client.query(COMPUTE, [COMPETENCE, months, days]))
    return {
      values: rows.map(({ month, ...value }) => ({ ...value, month: getCivilMonth(month), unknown: 0 })),
      sourceAt: await lastChange(tx),
    }
  },
  rowsAt: ({ month, area, unit }) => address(TRAINING_HREF, { competence: COMPETENCE, month, area, unit }),
}

async function lastChange(tx: Tx): Promise<Date | null> {
  const [row] = rowsAs<{ at: Date | null }>(
    await tx.client.query(
      'SELECT greatest(max(recorded_at), max(withdrawn_at)) AS at FROM competence_holding WHERE competence = $1',
      [COMPETENCE],
    ),
  )
  return row?.at ?? null
}
