import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { GRADES, type Grade } from '../reference/framework.ts'

/** A named person's judgement on a question or a diagnostic. */
export const judgementModel = z.object({
  /** `PEEL2016/E1`, `PEEL2016/E1.2` */
  question: z.string(),
  text: z.string(),
  grade: z.enum(GRADES).nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  version: z.int(),
})
export type Judgement = z.output<typeof judgementModel>

interface Row extends Omit<Judgement, 'grade' | 'at'> {
  readonly grade: string | null
  readonly at: Date
}

const SELECT = `SELECT j.question, j.text, j.grade, a.name AS by, j.made_at AS at, j.version
  FROM judgement j JOIN account a ON a.id = j.made_by`

/** The judgement that stands on each question and diagnostic of a framework, by its code. One statement. */
export async function judgementsOn(tx: Tx, framework: string): Promise<ReadonlyMap<string, Judgement>> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT DISTINCT ON (question) s.* FROM (${SELECT} WHERE starts_with(j.question, $1)) s ORDER BY question, version DESC`,
      [`${framework}/`],
    ),
  )
  return new Map(rows.map((row) => [row.question, judgementOf(row)]))
}

/**
 * Every version of the judgements under a code (`PEEL2016` for a whole framework, `PEEL2016/E1` for a question and its
 * diagnostics), the newest first. One statement.
 */
export async function judgementHistory(tx: Tx, code: string): Promise<readonly Judgement[]> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `${SELECT} WHERE j.question = $1 OR starts_with(j.question, $1 || '/') OR starts_with(j.question, $1 || '.')
      ORDER BY j.made_at DESC, j.question, j.version DESC`,
      [code],
    ),
  )
  return rows.map(judgementOf)
}

function judgementOf({ grade, at, ...rest }: Row): Judgement {
  return { ...rest, grade: gradeOf(grade), at: at.toISOString() }
}

/** The grade as its framework writes it; the database keeps it in small letters. */
export function gradeOf(stored: string | null): Grade | null {
  return GRADES.find((grade) => grade.toLowerCase() === stored) ?? null
}
