import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { PROBLEMS } from '../addresses.ts'
import { REVIEW_RULES, STAGE_RULES } from '../duties/duty-rules.ts'
import { PLAN_QUALITY } from '../rules/pop09-quality.ts'
import type { COUNTED } from '../queries/plan-rows.ts'
import { computeBy, DUE, lastChange } from './by-area.ts'

const COMMON = {
  version: 1,
  unit: 'per cent',
  direction: 'higher',
  question: 'E1',
  diagnostic: 'E1.2',
  source: 'the problem plans of this system; those in a compartment are left out',
  authority: 'A measure of our own',
  by: ['area'],
} as const

function rowsOf(counted: keyof typeof COUNTED): Measure['rowsAt'] {
  return ({ month, area }) => address(PROBLEMS, { counted, month, area })
}

/** Of what fell due in a month under these rules, how much was met by then. */
function dutyMeasure(
  head: Pick<Measure, 'code' | 'name' | 'definition' | 'numerator' | 'denominator'>,
  rules: readonly string[],
  counted: keyof typeof COUNTED,
): Measure {
  return {
    ...COMMON,
    ...head,
    unknown: 'those whose clock stands still, since the plan is on hold',
    compute: async (tx, from, to) => ({
      values: await computeBy(tx, DUE, from, to, [rules]),
      sourceAt: await lastChange(tx),
    }),
    rowsAt: rowsOf(counted),
  }
}

const CLOSED = `
  SELECT p.id, r.closed_at AS at, p.outcome, r.area_id,
    (SELECT s.judgement FROM assessment s WHERE s.record_id = p.id AND s.instrument = $3
      ORDER BY s.made_at DESC, s.id LIMIT 1) AS judgement
  FROM problem_plan p JOIN record r ON r.id = p.id
  WHERE r.closed_at >= $1 AND r.closed_at < $2 AND r.stage = 'closed'`

/** Stage completion, reviews, quality and outcomes of problem plans, by policing area: what consistency is judged by. */
export const problemMeasures: readonly Measure[] = [
  dutyMeasure(
    {
      code: 'PRB-STAGES',
      name: 'Stages of problem plans finished in time',
      definition:
        'Of the stages of problem plans that fell due in the month, the share that was left through its gate by then. It says that the method was followed in time, and nothing of what came of it.',
      numerator: 'stages that were finished by their due time',
      denominator: 'all stages that fell due in the month, up to now',
    },
    Object.values(STAGE_RULES),
    'stages',
  ),
  dutyMeasure(
    {
      code: 'PRB-REVIEWS',
      name: 'Reviews of problem plans in time',
      definition:
        'Of the updates and reviews of problem plans that fell due in the month, the share that was made by then: by who works on it and its sergeant every 28 days, by its inspector every 90. It says nothing of what a review found.',
      numerator: 'updates and reviews that were made by their due time',
      denominator: 'all updates and reviews that fell due in the month, up to now',
    },
    Object.values(REVIEW_RULES),
    'reviews',
  ),
  {
    ...COMMON,
    code: 'PRB-QUALITY',
    name: 'Closed problem plans that are good enough',
    definition:
      'Of the problem plans closed in the month whose quality was assessed, the share that was judged good enough. Plans that nobody assessed are unknown, and are no good plans.',
    numerator: 'closed plans judged good enough',
    denominator: 'closed plans whose quality was assessed',
    unknown: 'closed plans whose quality nobody assessed',
    compute: async (tx, from, to) => ({
      values: await computeBy(
        tx,
        `SELECT at, area_id, (judgement = 'good')::integer AS counts, (judgement IS NOT NULL)::integer AS of,
          (judgement IS NULL)::integer AS unknown FROM (${CLOSED}) AS c`,
        from,
        to,
        [PLAN_QUALITY.code],
      ),
      sourceAt: await lastChange(tx),
    }),
    rowsAt: rowsOf('closed'),
    population: (tx, month) => closedIn(tx, month),
  },
  {
    ...COMMON,
    code: 'PRB-SOLVED',
    name: 'Problem plans that ended with the problem gone or smaller',
    definition:
      'Of the problem plans closed in the month, the share that ended with the problem gone or smaller, as its assessment bears out. What was no problem, was merged or went to a partner is left out. That a plan made no difference is a result, and worth more than a plan without one.',
    numerator: 'plans closed as resolved or reduced',
    denominator: 'plans closed as resolved, reduced, no change, worse or given up',
    unknown: 'none',
    direction: 'higher',
    compute: async (tx, from, to) => ({
      values: await computeBy(
        tx,
        `SELECT at, area_id, (outcome IN ('resolved', 'reduced'))::integer AS counts,
          (outcome IN ('resolved', 'reduced', 'no-change', 'worse', 'abandoned'))::integer AS of, 0 AS unknown
        FROM (${CLOSED}) AS c`,
        from,
        to,
        [PLAN_QUALITY.code],
      ),
      sourceAt: await lastChange(tx),
    }),
    rowsAt: rowsOf('closed'),
    population: (tx, month) => closedIn(tx, month),
  },
  {
    ...COMMON,
    code: 'PRB-HELD',
    name: 'Solved problems that held',
    definition:
      'Of the checks made in the month of plans that had ended with the problem gone or smaller, the share that found that it held. It does not say what would have come without the plan.',
    numerator: 'checks that found that it held',
    denominator: 'checks that found that it held or did not',
    unknown: 'checks that could not say',
    compute: async (tx, from, to) => ({
      values: await computeBy(tx, CHECKED, from, to, []),
      sourceAt: await lastChange(tx),
    }),
    rowsAt: rowsOf('checks'),
  },
]

const CHECKED = `SELECT k.checked_at AS at, k.area_id, (k.held = 'held')::integer AS counts,
    (k.held <> 'cannot-say')::integer AS of, (k.held = 'cannot-say')::integer AS unknown
  FROM problem_check k WHERE k.checked_at >= $1 AND k.checked_at < $2`

async function closedIn(tx: Tx, month: CivilMonth): Promise<readonly string[]> {
  return rowsAs<{ id: string }>(
    await tx.client.query(
      `SELECT r.id FROM record r WHERE r.kind = 'problem-plan' AND r.stage = 'closed'
        AND to_char(r.closed_at AT TIME ZONE 'Europe/London', 'YYYY-MM') = $1 ORDER BY r.id`,
      [month],
    ),
  ).map(({ id }) => `problem-plan:${id}`)
}
