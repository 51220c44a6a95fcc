import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import type { Marking } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { colourOf } from '../rules/fnd01-colour.ts'
import type { Stage } from '../rules/fnd04-stages.ts'
import type { InspectorateStatus } from '../rules/fnd05-inspectorate.ts'
import type { Answer } from '../rules/fnd06-answer.ts'
import type { FindingSummary } from './finding-model.ts'
import { claimsOf, type ClaimStanding } from './claims-of.ts'
import { evidenceOf } from './evidence-of.ts'
import { linkedMeasuresOf } from './linked-measures.ts'

interface Row {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly text: string
  readonly kind: FindingSummary['kind']
  readonly urgent: boolean
  readonly due: CivilDate | null
  readonly inspection: string
  readonly force: string
  readonly year: number
  readonly pillar: string
  readonly number: number
  readonly code: string | null
  readonly questionTitle: string
  readonly stage: Stage
  readonly inspectorate: InspectorateStatus
  readonly answer: Answer | null
  readonly owner: string | null
  readonly ownerName: string | null
  readonly team: number | null
  readonly teamName: string | null
  readonly marking: Marking
  readonly version: number
}

/** Which findings: all in reach, or those of one inspection, one question of a framework, or by id. */
export interface FindingsWanted {
  readonly ids?: readonly string[]
  readonly inspection?: string
  /** `PEEL2016/E1`. */
  readonly question?: string
}

/**
 * The findings in this reader's reach, in the order of their reports, the newest report first; each with its colour, its
 * measures, its evidence and its claim. Five statements, however many there are.
 */
export async function findFindings(
  tx: Tx,
  measures: Measures,
  wanted: FindingsWanted = {},
): Promise<readonly FindingSummary[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT f.id, r.reference, r.title, f.text, f.kind, f.urgent, f.due::text, i.id AS inspection, i.force_name AS force,
        i.year, i.pillar, q.number, q.code, q.title AS "questionTitle", r.stage, f.inspectorate_status AS inspectorate,
        f.answer, r.owner_id AS owner, a.name AS "ownerName", r.unit_id AS team, u.name AS "teamName", r.marking, r.version
      FROM finding f JOIN record r ON r.id = f.id JOIN inspection i ON i.id = f.inspection_id
        JOIN inspection_question q ON q.inspection_id = f.inspection_id AND q.number = f.question_number
        LEFT JOIN account a ON a.id = r.owner_id LEFT JOIN unit u ON u.id = r.unit_id
      WHERE ($1::uuid[] IS NULL OR f.id = ANY ($1)) AND ($2::uuid IS NULL OR f.inspection_id = $2)
        AND ($3::text IS NULL OR q.code = $3)
      ORDER BY i.year DESC, i.force_name, i.pillar, q.number, f.position NULLS LAST, r.opened_at, f.id`,
      [wanted.ids ?? null, wanted.inspection ?? null, wanted.question ?? null],
    ),
  )
  const ids = rows.map(({ id }) => id)
  const linkedTo = await linkedMeasuresOf(tx, measures, ids)
  const evidence = await evidenceOf(tx, ids)
  const claims = await claimsOf(tx, ids)
  const on = today(tx)
  return rows.map((row) => {
    const claim: ClaimStanding = claims.get(row.id) ?? { claim: 'none', everOverridden: false }
    const linked = linkedTo.get(row.id) ?? []
    const seen = evidence.get(row.id) ?? { freshness: 'none' as const, newest: null, count: 0 }
    const facts = { measures: linked, evidence: seen.freshness, due: row.due, inspectorate: row.inspectorate }
    const colour = colourOf({ ...facts, claimHeld: claim.claim === 'held' }, on)
    return { ...summaryOf(row), ...colour, ...claim, measures: linked, evidence: seen }
  })
}

function summaryOf(
  row: Row,
): Omit<FindingSummary, 'colour' | 'reasons' | 'measures' | 'evidence' | keyof ClaimStanding> {
  const { inspection, force, year, pillar, number, code, questionTitle, owner, ownerName, team, teamName, ...rest } =
    row
  return {
    ...rest,
    inspection: { id: inspection, force, year, pillar },
    question: { number, code, title: questionTitle },
    owner: owner === null || ownerName === null ? null : { id: owner, name: ownerName },
    team: team === null || teamName === null ? null : { id: team, name: teamName },
  }
}
