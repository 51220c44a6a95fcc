import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { RISK_RULES } from '../duties/duty-rules.ts'
import { reviewStage } from '../rules/review-rules.ts'
import type { CaseDetail, PowerView, ReviewView } from './case-model.ts'

export type { CaseDetail } from './case-model.ts'

/** What a case has beyond its record. Throws NotFound, whether there is none or it is out of reach. */
export async function readCase(tx: Tx, id: string): Promise<CaseDetail> {
  const [row] = rowsAs<Omit<CaseDetail, 'powers' | 'review'>>(
    await tx.client.query(
      `SELECT c.category, c.asb_type AS type, c.place, c.risk, c.hate, c.outcome, c.party_id IS NOT NULL AS "partyKnown",
        CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'kind', p.kind, 'label', p.label) END AS who,
        EXISTS (SELECT FROM duty d WHERE d.record_id = c.id AND d.ended_at IS NULL AND d.superseded_at IS NULL
          AND d.rule = ANY ($2)) AS "riskReviewOwed",
        (SELECT count(*)::integer FROM action t WHERE t.record_id = c.id AND t.done_at IS NULL AND t.dropped_at IS NULL)
          AS "openActions"
      FROM asb_case c LEFT JOIN party p ON p.id = c.party_id WHERE c.id = $1`,
      [id, Object.values(RISK_RULES)],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'asb-case', id })
  return { ...row, powers: [...(await powersOf(tx, id))], review: await latestReview(tx, id) }
}

async function powersOf(tx: Tx, id: string): Promise<readonly PowerView[]> {
  return rowsAs<PowerView>(
    await tx.client.query(
      `SELECT id, power, test, evidence, reason, issued_by AS "issuedBy", starts_on::text AS "startsOn",
        until::text AS until, breaches, ended_on::text AS "endedOn", ended_reason AS "endedReason"
      FROM asb_power WHERE case_id = $1 ORDER BY chosen_at, id`,
      [id],
    ),
  )
}

const TIMES = ['receivedAt', 'acknowledgedAt', 'decidedAt', 'appealedAt', 'appealAt', 'heldAt', 'toldAt'] as const
type Timed = (typeof TIMES)[number]
type ReviewRow = Omit<ReviewView, Timed | 'stage' | 'recommended'> & Readonly<Record<Timed, string | null>>

/** An instant as JSON has it, made where the row is. */
const iso = (column: string, name: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`

async function latestReview(tx: Tx, id: string): Promise<ReviewView | null> {
  const [row] = rowsAs<ReviewRow>(
    await tx.client.query(
      `SELECT v.id, g.name AS authority, v.applicant, ${iso('v.received_at', 'receivedAt')},
        v.threshold_reports AS "thresholdReports", v.threshold_months AS "thresholdMonths",
        v.threshold_mark AS "thresholdMark", ${iso('v.acknowledged_at', 'acknowledgedAt')}, v.qualifying, v.harm,
        v.response, v.met, v.reason, a.name AS "decidedBy", v.decided_by AS "decidedById",
        ${iso('v.decided_at', 'decidedAt')}, v.appeal, ${iso('v.appealed_at', 'appealedAt')},
        v.appeal_reason AS "appealReason", v.appeal_upheld AS "appealUpheld", ${iso('v.appeal_at', 'appealAt')}, v.found,
        ${iso('v.held_at', 'heldAt')}, v.told_how AS "toldHow", ${iso('v.told_at', 'toldAt')}
      FROM asb_review v JOIN agency g ON g.id = v.authority_id LEFT JOIN account a ON a.id = v.decided_by
      WHERE v.case_id = $1 ORDER BY v.received_at DESC, v.id LIMIT 1`,
      [id],
    ),
  )
  if (row === undefined) return null
  const { receivedAt, ...rest } = row
  return {
    ...rest,
    receivedAt: receivedAt ?? '',
    stage: reviewStage(row),
    recommended: [...(await recommendedBy(tx, row.id))],
  }
}

async function recommendedBy(tx: Tx, review: string): Promise<readonly ReviewView['recommended'][number][]> {
  return rowsAs<ReviewView['recommended'][number]>(
    await tx.client.query(
      `SELECT t.id, t.title, coalesce(a.name, u.name, g.name) AS to,
        CASE WHEN t.done_at IS NOT NULL THEN 'done' WHEN t.dropped_at IS NOT NULL THEN 'dropped' ELSE 'open' END AS state
      FROM asb_recommendation r JOIN action t ON t.id = r.action_id LEFT JOIN account a ON a.id = t.assignee_id
        LEFT JOIN unit u ON u.id = t.assignee_unit_id LEFT JOIN agency g ON g.id = t.assignee_agency_id
      WHERE r.review_id = $1 ORDER BY t.added_at, t.id`,
      [review],
    ),
  )
}
