import type { SharedKind } from '#kernel/sharing/lists.ts'
import { written, type MaybePart, type Part } from '#kernel/sharing/shares.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { stageWords } from '#kernel/records/record.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { partsOfCase } from './parts-of-case.ts'

interface PlanRow {
  readonly stage: string
  readonly area: string | null
  readonly place: string
  readonly objective: string | null
  readonly targetPercent: number | null
  readonly targetOn: string | null
  readonly whoHarmed: string | null
  readonly events: string | null
  readonly whenWhere: string | null
  readonly triedBefore: string | null
  readonly responses: readonly {
    readonly title: string
    readonly who: string
    readonly due: string | null
    readonly state: string
  }[]
}

/** What can be opened of a record, part by part, as it stands now. */
export function partsOf(tx: Tx, kind: SharedKind, id: string): Promise<Part[]> {
  return kind === 'asb-case' ? partsOfCase(tx, id) : partsOfPlan(tx, id)
}

/**
 * What can be opened of a problem plan, part by part, as it stands now. Never its offender side, its hypotheses, its timeline
 * or who works on it; the force’s own people are "the police". One statement. Nothing where it is out of reach.
 */
async function partsOfPlan(tx: Tx, plan: string): Promise<Part[]> {
  const [row] = rowsAs<PlanRow>(
    await tx.client.query(
      `SELECT r.stage, a.name AS area, p.place, p.objective, p.target_percent AS "targetPercent", p.target_on::text AS "targetOn",
        p.who_harmed AS "whoHarmed", p.events, p.when_where AS "whenWhere", p.tried_before AS "triedBefore",
        coalesce((SELECT jsonb_agg(jsonb_build_object('title', t.title, 'who', coalesce(g.name, 'the police'), 'due', t.due_on::text,
            'state', CASE WHEN t.done_at IS NULL THEN 'to do' ELSE 'done' END) ORDER BY t.due_on NULLS LAST, t.id)
          FROM action t LEFT JOIN agency g ON g.id = t.assignee_agency_id
          WHERE t.record_id = p.id AND t.dropped_at IS NULL), '[]') AS responses
      FROM problem_plan p JOIN record r ON r.id = p.id LEFT JOIN area a ON a.id = r.area_id WHERE p.id = $1`,
      [plan],
    ),
  )
  if (row === undefined) return []
  const parts: readonly MaybePart[] = [
    ['summary', 'How far it has come', stageWords(row.stage)],
    ['summary', 'Where', row.area === null ? row.place : `${row.place}, ${row.area}`],
    ['aim', 'What is to be reached', row.objective],
    ['aim', 'By how much, until when', targetOf(row)],
    ['analysis', 'Who is harmed', row.whoHarmed],
    ['analysis', 'What happens', row.events],
    ['analysis', 'When and where', row.whenWhere],
    ['analysis', 'What was tried before', row.triedBefore],
    ...row.responses.map(
      ({ title, who, due, state }) =>
        ['responses', title, `${who}, ${state}${due === null ? '' : `, by ${dayWithYear(due)}`}`] as const,
    ),
  ]
  return written(parts)
}

function targetOf({ targetPercent, targetOn }: PlanRow): string | null {
  if (targetPercent === null || targetOn === null) return null
  return `${targetPercent} per cent fewer, by ${dayWithYear(targetOn)}`
}
