import { addMonths, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { startOfLondonDay, startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { REVIEW_RULES, STAGE_RULES } from '../duties/duty-rules.ts'
import { consistencySince } from '../rules/con02-year.ts'
import type { Stage } from '../rules/pop05-stages.ts'
import { standingOf } from '../rules/pop14-standing.ts'
import type { PlanSummary } from './plan-summary.ts'

/** Whose: one's own, one's teams', or all in reach. */
export const SCOPES = { me: 'Mine', team: 'My teams’', all: 'All in my reach' } as const
export type PlanScope = keyof typeof SCOPES

/** What a month’s figure counted. */
export const COUNTED = {
  stages: 'a stage fell due',
  reviews: 'a review fell due',
  checks: 'it was checked whether it held',
  closed: 'it was closed',
} as const

export interface PlansWanted {
  readonly of: PlanScope
  /** A stage; `open` for all that have not ended. */
  readonly stage: Stage | 'open' | null
  readonly type: string | null
  readonly area: number | null
  /** Those with such a thing in that month, or in the year that consistency is judged by: the rows behind a figure. */
  readonly counted: keyof typeof COUNTED | null
  readonly month: CivilMonth | null
}

interface Row extends Omit<PlanSummary, 'owner' | 'stageDue' | 'reviewDue' | 'closedAt' | 'standing'> {
  readonly owner: string | null
  readonly ownerName: string | null
  readonly stageDue: Date | null
  readonly reviewDue: Date | null
  readonly overdue: number
  readonly closedAt: Date | null
  readonly total: number
}

const STAGED: readonly string[] = Object.values(STAGE_RULES)
const REVIEWED: readonly string[] = Object.values(REVIEW_RULES)

/** A page of the plans in this reader's reach, open ones first, then the newest; and how many there are in all. */
export async function findPlans(tx: Tx, wanted: PlansWanted, page: number) {
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const which = [...scoped(tx, wanted, value), ...atStage(wanted, value)].join(' AND ')
  const rows = rowsAs<Row>(
    await tx.client.query(
      `WITH shown AS MATERIALIZED (SELECT r.id, count(*) OVER ()::integer AS total
        FROM record r JOIN problem_plan p ON p.id = r.id WHERE ${which}
        ORDER BY r.closed_at DESC NULLS FIRST, r.opened_at DESC, r.id
        LIMIT ${PAGE_SIZE} OFFSET ${value((page - 1) * PAGE_SIZE)}::integer)
      SELECT r.id, r.reference, r.title, r.stage, p.problem_type AS "problemType", p.place, a.name AS "areaName",
        r.owner_id AS owner, o.name AS "ownerName", d."stageDue", d."reviewDue", d.overdue, p.target_on::text AS "targetOn",
        (SELECT count(*)::integer FROM action t WHERE t.record_id = r.id AND t.done_at IS NULL AND t.dropped_at IS NULL)
          AS "openActions", r.closed_at AS "closedAt", p.outcome, p.held, r.marking, s.total
      FROM shown s JOIN record r ON r.id = s.id JOIN problem_plan p ON p.id = r.id LEFT JOIN area a ON a.id = r.area_id
        LEFT JOIN account o ON o.id = r.owner_id
        CROSS JOIN LATERAL (SELECT min(due_at) FILTER (WHERE rule = ANY (${value(STAGED)}::text[])) AS "stageDue",
          min(due_at) FILTER (WHERE rule = ANY (${value(REVIEWED)}::text[])) AS "reviewDue",
          count(*) FILTER (WHERE due_at < ${value(tx.now)} AND rule = ANY (${value([...STAGED, ...REVIEWED])}::text[]))::integer
            AS overdue
          FROM duty WHERE record_id = r.id AND ended_at IS NULL) AS d
      ORDER BY r.closed_at DESC NULLS FIRST, r.opened_at DESC, r.id`,
      values,
    ),
  )
  return { plans: rows.map((row) => summaryOf(row, today(tx))), total: rows[0]?.total ?? 0 }
}

/** How many there are at each stage, of those asked for but for the stage. */
export async function countStages(tx: Tx, wanted: PlansWanted): Promise<Readonly<Partial<Record<Stage, number>>>> {
  const values: unknown[] = []
  const which = scoped(tx, wanted, (given) => `$${values.push(given)}`).join(' AND ')
  const rows = rowsAs<{ stage: Stage; plans: number }>(
    await tx.client.query(
      `SELECT r.stage, count(*)::integer AS plans FROM record r JOIN problem_plan p ON p.id = r.id WHERE ${which} GROUP BY 1`,
      values,
    ),
  )
  return Object.fromEntries(rows.map(({ stage, plans }) => [stage, plans]))
}

type Value = (given: unknown) => string

function scoped(tx: Tx, { of, type, area, counted, month }: PlansWanted, value: Value): string[] {
  const { reader } = tx
  const which = [`r.kind = 'problem-plan'`]
  if (of === 'me') which.push(`r.owner_id = ${value(reader.account)}`)
  if (of === 'team') which.push(`r.unit_id = ANY (${value(reader.units)}::bigint[])`)
  if (type !== null) which.push(`p.problem_type = ${value(type)}`)
  if (area !== null) {
    const asked = value(area)
    which.push(
      `(r.area_id = ${asked}::bigint OR r.area_id IN (SELECT inner_area FROM area_nesting WHERE outer_area = ${asked}::bigint))`,
    )
  }
  if (counted !== null) which.push(countedIn(counted, spanOf(tx, month), value))
  return which
}

interface Span {
  readonly from: Date
  readonly to: Date
}

function spanOf(tx: Tx, month: CivilMonth | null): Span {
  if (month === null) return { from: startOfLondonDay(consistencySince(today(tx))), to: tx.now }
  return {
    from: startOfLondonMonth(month),
    to: startOfLondonMonth(addMonths(month, 1)),
  }
}

function countedIn(counted: keyof typeof COUNTED, span: Span, value: Value): string {
  const [from, to] = [value(span.from), value(span.to)]
  const within = (at: string) => `${at} >= ${from} AND ${at} < ${to}`
  if (counted === 'closed') return within('r.closed_at')
  if (counted === 'checks')
    return `EXISTS (SELECT FROM problem_check k WHERE k.plan_id = r.id AND ${within('k.checked_at')})`
  const rules = value(counted === 'stages' ? STAGED : REVIEWED)
  return `EXISTS (SELECT FROM duty d WHERE d.record_id = r.id AND d.superseded_at IS NULL AND d.rule = ANY (${rules}::text[])
    AND ${within('d.due_at')})`
}

function atStage({ stage }: PlansWanted, value: Value): string[] {
  if (stage === null) return []
  return [stage === 'open' ? 'r.closed_at IS NULL' : `r.stage = ${value(stage)}`]
}

function summaryOf({ owner, ownerName, overdue, total: _total, ...row }: Row, on: string): PlanSummary {
  const open = row.closedAt === null && row.stage !== 'proposed'
  return {
    ...row,
    owner: owner === null || ownerName === null ? null : { id: owner, name: ownerName },
    stageDue: row.stageDue?.toISOString() ?? null,
    reviewDue: row.reviewDue?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    standing: standingOf({ open, overdue, targetOn: row.targetOn, today: on }),
  }
}
