import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { GRADES } from '../reference/framework.ts'
import { gradeOf } from './judgements.ts'

/** What the inspectorate said last on a question of a framework. */
export const givenGrade = z.object({
  /** `PEEL2016/E1` */
  question: z.string(),
  inspection: z.uuid(),
  force: z.string(),
  year: z.int(),
  grade: z.enum(GRADES).nullable(),
  /** The year of the inspection whose grade still stands. */
  carriedOverFrom: z.int().nullable(),
  /** Its narrative, paragraph by paragraph. */
  narrative: z.array(z.string()).readonly(),
})
export type GivenGrade = z.output<typeof givenGrade>

interface Row extends Omit<GivenGrade, 'grade'> {
  readonly grade: string | null
}

/** Reports of other forces are here for comparison. */
const OWN = `NOT EXISTS (SELECT FROM installation n WHERE NOT starts_with(lower(n.force_name), lower(i.force_name)))`

/** For each question of the framework on which this force was inspected: what the newest report says, by code. One statement. */
export async function gradesGiven(tx: Tx, framework: string): Promise<ReadonlyMap<string, GivenGrade>> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT DISTINCT ON (q.code) q.code AS question, i.id AS inspection, i.force_name AS force, i.year, q.grade,
        q.carried_over_from AS "carriedOverFrom", q.narrative
      FROM inspection_question q JOIN inspection i ON i.id = q.inspection_id
      WHERE starts_with(q.code, $1 || '/') AND ${OWN} ORDER BY q.code, i.year DESC, i.imported_at DESC`,
      [framework],
    ),
  )
  return new Map(rows.map((row) => [row.question, { ...row, grade: gradeOf(row.grade) }]))
}

/** The framework of the newest report on this force; null before the first. One statement. */
export async function latestFramework(tx: Tx): Promise<string | null> {
  const rows = rowsAs<{ framework: string }>(
    await tx.client.query(
      `SELECT i.framework FROM inspection i WHERE ${OWN} ORDER BY i.year DESC, i.imported_at DESC LIMIT 1`,
    ),
  )
  return rows[0]?.framework ?? null
}
