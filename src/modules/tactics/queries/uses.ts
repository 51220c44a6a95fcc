import { z } from 'zod'
import { HELD, OUTCOMES, VERDICTS } from '#kernel/tactics/ends.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'

/** A plan that used a tactic, as far as this reader may know of it. */
export const useView = z.object({
  tactic: z.string(),
  reference: z.string(),
  title: z.string(),
  problemType: z.string(),
  areaName: z.string(),
  ended: z.boolean(),
  closedOn: z.string().nullable(),
  outcome: z.enum(keysOf(OUTCOMES)).nullable(),
  verdict: z.enum(keysOf(VERDICTS)).nullable(),
  held: z.enum(keysOf(HELD)),
  /** Of a plan out of reach: what its lesson says, which is open to the whole force. */
  plan: z.uuid().nullable(),
})
export type UseView = z.output<typeof useView>

/**
 * Plans that used these tactics, the last ended first: those that the reader may open, and of the others what their lessons
 * tell the whole force. One statement, under the reader's own policies.
 */
export async function usesOf(tx: Tx, tactics: readonly string[]): Promise<readonly UseView[]> {
  return rowsAs<UseView>(
    await tx.client.query(
      `WITH used AS (SELECT DISTINCT s.tactic, s.plan_id FROM problem_response s JOIN action t ON t.id = s.action_id
          WHERE s.tactic = ANY ($1::text[]) AND t.dropped_at IS NULL)
      SELECT u.tactic, r.reference, r.title, p.problem_type AS "problemType", coalesce(a.name, 'the whole force') AS "areaName",
        r.stage = 'closed' AS ended, (r.closed_at AT TIME ZONE 'Europe/London')::date::text AS "closedOn",
        CASE r.stage WHEN 'closed' THEN p.outcome END AS outcome, CASE r.stage WHEN 'closed' THEN p.verdict END AS verdict,
        p.held, r.id AS plan
      FROM used u JOIN problem_plan p ON p.id = u.plan_id JOIN record r ON r.id = p.id LEFT JOIN area a ON a.id = r.area_id
      UNION ALL
      SELECT c.tactic, l.reference, l.title, l.problem_type, l.area_name, true, l.closed_on::text, l.outcome, l.verdict, l.held, NULL
      FROM problem_lesson l CROSS JOIN LATERAL unnest(l.library_tactics) AS c (tactic)
      WHERE l.library_tactics && $1::text[] AND c.tactic = ANY ($1::text[])
        AND NOT EXISTS (SELECT FROM record r WHERE r.id = l.plan_id)
      ORDER BY "closedOn" DESC NULLS FIRST, reference`,
      [tactics],
    ),
  )
}
