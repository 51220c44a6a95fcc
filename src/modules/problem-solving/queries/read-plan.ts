import type { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { GateFacts } from '../rules/pop04-gates.ts'
import type { checkView, hypothesisView, PlanDetail, responseView } from './plan-model.ts'

type Row = Omit<PlanDetail, 'approvedAt' | 'hypotheses' | 'responses' | 'checks'> & { readonly approvedAt: Date | null }

/** What a plan has beyond its record, in four statements. Throws NotFound, whether there is none or it is out of reach. */
export async function readPlan(tx: Tx, id: string): Promise<PlanDetail> {
  const [row] = rowsAs<Row>(
    await tx.client.query(
      `SELECT p.problem_type AS "problemType", p.place_type AS "placeType", p.place, p.source, p.held_stage AS "heldStage",
        p.objective, p.measure, p.baseline_from::text AS "baselineFrom", p.baseline_to::text AS "baselineTo",
        p.baseline_count AS "baselineCount", p.target_percent AS "targetPercent", p.target_on::text AS "targetOn",
        p.who_harmed AS "whoHarmed", p.events, p.when_where AS "whenWhere", p.in_year AS "inYear", p.cheers,
        p.cheers_reason AS "cheersReason", p.data_sources AS "dataSources", p.side_victim AS "sideVictim",
        p.side_offender AS "sideOffender", p.side_place AS "sidePlace", p.tried_before AS "triedBefore",
        p.data_gaps AS "dataGaps", a.name AS "approvedBy", p.approved_at AS "approvedAt", p.delivered,
        p.treated_before AS "treatedBefore", p.treated_after AS "treatedAfter",
        p.comparison_before AS "comparisonBefore", p.comparison_after AS "comparisonAfter",
        p.counted_from AS "countedFrom", p.displacement, p.public_view AS "publicView", p.cost, p.verdict, p.lessons,
        p.outcome, p.outcome_reason AS "outcomeReason", p.share, c.name AS "closeProposedBy",
        p.close_proposed_by AS "closeProposedById", p.held, p.times_reopened AS "timesReopened"
      FROM problem_plan p LEFT JOIN account a ON a.id = p.approved_by LEFT JOIN account c ON c.id = p.close_proposed_by
      WHERE p.id = $1`,
      [id],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'problem-plan', id })
  return {
    ...row,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    hypotheses: [...(await hypothesesOf(tx, id))],
    responses: [...(await responsesOf(tx, id))],
    checks: await checksOf(tx, id),
  }
}

async function hypothesesOf(tx: Tx, plan: string) {
  return rowsAs<z.output<typeof hypothesisView>>(
    await tx.client.query(
      `SELECT id, words, test, standing, shown_by AS "shownBy" FROM problem_hypothesis WHERE plan_id = $1
      ORDER BY written_at, id`,
      [plan],
    ),
  )
}

async function responsesOf(tx: Tx, plan: string) {
  return rowsAs<z.output<typeof responseView>>(
    await tx.client.query(
      `SELECT t.id, t.title, r.side, r.technique, r.mechanism, r.evidence_link AS "evidenceLink",
        r.no_evidence_reason AS "noEvidenceReason", r.tactic, r.failing_reason AS "failingReason", b.name AS "addedBy",
        coalesce(a.name, u.name, g.name) AS assignee, t.due_on::text AS "dueOn",
        CASE WHEN t.done_at IS NOT NULL THEN 'done' WHEN t.dropped_at IS NOT NULL THEN 'dropped' ELSE 'open' END AS state
      FROM problem_response r JOIN action t ON t.id = r.action_id JOIN account b ON b.id = r.added_by LEFT JOIN account a ON a.id = t.assignee_id
        LEFT JOIN unit u ON u.id = t.assignee_unit_id LEFT JOIN agency g ON g.id = t.assignee_agency_id
      WHERE r.plan_id = $1 ORDER BY r.added_at, t.id`,
      [plan],
    ),
  )
}

async function checksOf(tx: Tx, plan: string) {
  const rows = rowsAs<Omit<z.output<typeof checkView>, 'at'> & { readonly at: Date }>(
    await tx.client.query(
      `SELECT k.months, k.held, k.words, a.name AS by, k.checked_at AS at FROM problem_check k
        JOIN account a ON a.id = k.checked_by WHERE k.plan_id = $1 ORDER BY k.checked_at, k.months`,
      [plan],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** What its gates look at. */
export function gateFacts(plan: PlanDetail, owner: string | null): GateFacts {
  return {
    ...plan,
    owner,
    sides: [plan.sideVictim, plan.sideOffender, plan.sidePlace],
    responses: plan.responses.map(({ dueOn, state }) => ({ dueOn, dropped: state === 'dropped' })),
    approved: plan.approvedBy !== null,
  }
}
