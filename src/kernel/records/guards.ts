import type { Marking } from '#platform/access/reader.ts'
import { literal } from '#platform/db/literal.ts'
import { asService } from '#platform/db/as-service.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { NotFound } from '#platform/errors/errors.ts'

/** What guards a record, and every row that belongs to it. Area and unit both null: the whole force. */
export interface Guards {
  readonly area: number | null
  readonly unit: number | null
  readonly owner: string | null
  readonly marking: Marking
  readonly compartment: number | null
}

/** The guards as columns, to be written on a row that belongs to a record. */
export function guardColumns({ area, unit, owner, marking, compartment }: Guards) {
  return { area_id: area, unit_id: unit, owner_id: owner, marking, compartment_id: compartment } as const
}

/** The guards of a record, of whatever kind, under whatever role the transaction is in; null where it is out of reach. */
export async function findGuards(tx: Pick<Tx, 'client'>, record: string): Promise<Guards | null> {
  const [row] = rowsAs<Guards>(
    await tx.client.query(
      `SELECT area_id AS area, unit_id AS unit, owner_id AS owner, marking, compartment_id AS compartment FROM record WHERE id = $1`,
      [record],
    ),
  )
  return row ?? null
}

/** The same. Throws NotFound, whether there is none or it is out of reach. */
export async function getGuards(tx: Pick<Tx, 'client'>, record: string): Promise<Guards> {
  const guards = await findGuards(tx, record)
  if (guards === null) throw new NotFound({ kind: 'record', id: record })
  return guards
}

/** Every table with a copy of a record's guards, by the column that names the record. Evidence has none: it asks the record. */
const GUARDED = {
  record: 'id',
  timeline_entry: 'record_id',
  action: 'record_id',
  finding: 'id',
  finding_measure: 'finding_id',
  finding_claim: 'finding_id',
  tracker_entry: 'finding_id',
  assessment: 'record_id',
  problem_plan: 'id',
  problem_hypothesis: 'plan_id',
  problem_response: 'plan_id',
  problem_check: 'plan_id',
  problem_lesson: 'plan_id',
  problem_evaluation: 'plan_id',
  engagement: 'id',
  engagement_issue: 'engagement_id',
  key_individual: 'id',
  handover_pack: 'id',
  share: 'record_id',
  asb_case: 'id',
  asb_incident: 'case_id',
  asb_power: 'case_id',
  asb_review: 'case_id',
  asb_recommendation: 'case_id',
  victim: 'id',
  victim_assessment: 'victim_id',
  victim_contact: 'victim_id',
  victim_statement: 'victim_id',
  victim_referral: 'victim_id',
  victim_offer: 'victim_id',
  victim_review: 'victim_id',
  victim_complaint: 'victim_id',
} as const

const SET = 'area_id = $2, unit_id = $3, owner_id = $4, marking = $5, compartment_id = $6'
const CHANGES = Object.entries(GUARDED).map(
  ([table, key]) => `UPDATE ${table} SET ${SET} WHERE ${key} = $1 RETURNING 1`,
)
const CHANGE = `WITH ${CHANGES.map((statement, index) => `s${index} AS (${statement})`).join(', ')} SELECT 1`

/**
 * Puts other guards on a record and on all that belongs to it. The record's row must be locked, and its version looked at,
 * by whoever calls. Nothing else may write these columns. Duties have owners of their own: of theirs it changes only the
 * marking and the compartment, and `goAlong` the rest. The new guards may be out of the caller's own reach, but the policies refuse a
 * marking above their clearance and a compartment that they are not in.
 */
export async function changeGuards(tx: Tx, record: string, to: Guards): Promise<void> {
  const { area, unit, owner, marking, compartment } = to
  await tx.client.query(`SET LOCAL app.handing_on = ${literal(record)}`)
  await tx.client.query(CHANGE, [record, area, unit, owner, marking, compartment])
  await tx.client.query(`SET LOCAL app.handing_on = ''`)
  // Its duties may be owed where the caller does not reach: what they are called must not stay open outside all the same.
  await asService(tx, () =>
    tx.client.query('UPDATE duty SET marking = $2, compartment_id = $3 WHERE record_id = $1', [
      record,
      marking,
      compartment,
    ]),
  )
}
