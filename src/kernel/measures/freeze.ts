import { randomUUID } from 'node:crypto'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Measure } from './define.ts'

export interface Freezing {
  readonly month: CivilMonth
  /** What it is relied on for: `finding`, `evidence-pack`, `own use`. */
  readonly purpose: string
  /** Id of what relies on it, where there is one. */
  readonly subject: string | null
}

/**
 * Keeps the whole force's figure of a month as it stands now, and gives the snapshot's id; nothing changes it again, however
 * often the measure is computed. Throws RuleRefused (MEA06) where there is no such figure.
 */
export async function freezeMeasure(tx: Tx, measure: Measure, { month, purpose, subject }: Freezing): Promise<string> {
  const id = randomUUID()
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(
      `INSERT INTO measure_snapshot (id, measure, version, month, numerator, denominator, unknown, source_at, computed_at,
         frozen_at, frozen_by, purpose, subject_id)
       SELECT $1, measure, version, month, numerator, denominator, unknown, source_at, computed_at, $2, $3, $4, $5
       FROM measure_value WHERE measure = $6 AND version = $7 AND month = ($8 || '-01')::date
         AND area_id IS NULL AND unit_id IS NULL
       RETURNING id`,
      [id, tx.now, tx.reader.account, purpose, subject, measure.code, measure.version, month],
    ),
  )
  if (rows.length === 0)
    throw new RuleRefused('MEA06', `There is no figure of ${formatMonth(month)} to keep: ${measure.name}.`)
  return id
}
