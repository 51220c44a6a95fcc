import { POLICING } from '#kernel/areas/policing.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { REVIEW_RULES, STAGE_RULES } from '../duties/duty-rules.ts'
import { PLAN_QUALITY } from '../rules/pop09-quality.ts'

/** What is counted, with its words. */
export const SHARES = {
  stages: 'Stages finished in time',
  reviews: 'Updates and reviews in time',
  quality: 'Closed plans that are good enough',
  solved: 'Closed with the problem gone or smaller',
  'held-3': 'Held at 3 months',
  'held-6': 'Held at 6 months',
  'held-12': 'Held at 12 months',
} as const
export type Share = keyof typeof SHARES

export interface ShareRow {
  readonly area: number
  readonly what: Share | 'open'
  /** The sort of problem, of open plans only. */
  readonly type: string | null
  readonly count: number
  readonly of: number
  readonly unknown: number
}

/**
 * Shares by policing area since a moment, and the open plans by sort of problem: of what the reader may open. What is counted
 * how: the measures `PRB-…`. One statement.
 */
export async function sharesByArea(tx: Tx, since: Date): Promise<readonly ShareRow[]> {
  return rowsAs<ShareRow>(
    await tx.client.query(
      `WITH ${POLICING},
        closed AS (SELECT r.area_id, p.outcome, (SELECT s.judgement FROM assessment s
            WHERE s.record_id = p.id AND s.instrument = $5 ORDER BY s.made_at DESC, s.id LIMIT 1) AS judgement
          FROM problem_plan p JOIN record r ON r.id = p.id
          WHERE r.stage = 'closed' AND r.closed_at >= $1 AND r.closed_at < $2),
        owed AS (SELECT area_id, rule, met_at IS NOT NULL AND date_trunc('second', met_at) <= due_at AS met FROM duty
          WHERE rule = ANY ($3::text[] || $4::text[]) AND superseded_at IS NULL AND due_at >= $1 AND due_at < $2),
        things (what, type, area_id, counts, of) AS (
          SELECT CASE WHEN rule = ANY ($3) THEN 'stages' ELSE 'reviews' END, NULL, area_id, met, true FROM owed
          UNION ALL SELECT 'quality', NULL, area_id, coalesce(judgement = 'good', false), judgement IS NOT NULL FROM closed
          UNION ALL SELECT 'solved', NULL, area_id, outcome IN ('resolved', 'reduced'), true FROM closed
            WHERE outcome IN ('resolved', 'reduced', 'no-change', 'worse', 'abandoned')
          UNION ALL SELECT 'held-' || months, NULL, area_id, held = 'held', held <> 'cannot-say' FROM problem_check
            WHERE checked_at >= $1 AND checked_at < $2
          UNION ALL SELECT 'open', p.problem_type, r.area_id, true, true FROM problem_plan p JOIN record r ON r.id = p.id
            WHERE r.closed_at IS NULL AND r.stage <> 'proposed')
      SELECT p.policing AS area, t.what, t.type, count(*) FILTER (WHERE t.counts AND t.of)::integer AS count,
        count(*) FILTER (WHERE t.of)::integer AS of, count(*) FILTER (WHERE NOT t.of)::integer AS unknown
      FROM things t JOIN policing p ON p.id = t.area_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [since, tx.now, Object.values(STAGE_RULES), Object.values(REVIEW_RULES), PLAN_QUALITY.code],
    ),
  )
}
