import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** Something that was done about the inspection lately. */
export const changeModel = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  words: z.string(),
  /** The finding or the question that it is about. */
  finding: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  question: z.string().nullable(),
  marking: z.enum(MARKINGS),
})
export type Change = z.output<typeof changeModel>

interface Row extends Omit<Change, 'at' | 'finding'> {
  readonly at: Date
  readonly id: string | null
  readonly title: string | null
  readonly total: number
}

const SHOWN = 6

/**
 * What was written about findings in this reader's reach, judged and stated since a moment, the newest first: how many, and
 * the latest six. One statement.
 */
export async function changesSince(
  tx: Tx,
  since: Date,
): Promise<{ readonly total: number; readonly latest: readonly Change[] }> {
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT c.*, count(*) OVER ()::int AS total FROM (
        SELECT t.at, t.author_name AS by, t.words, r.id, r.title, NULL AS question, t.marking
        FROM timeline_entry t JOIN record r ON r.id = t.record_id AND r.kind = 'finding' WHERE t.at > $1
        UNION ALL
        SELECT j.made_at, a.name, CASE WHEN j.grade IS NULL THEN 'Judged, without a grade' ELSE 'Judged: ' || j.grade END,
          NULL, NULL, j.question, 'OFFICIAL'
        FROM judgement j JOIN account a ON a.id = j.made_by WHERE j.made_at > $1
        UNION ALL
        SELECT s.made_at, a.name, CASE s.kind WHEN 'gap' THEN 'Gap disclosed: ' ELSE 'Strength stated: ' END || s.text,
          NULL, NULL, s.question, s.marking
        FROM self_statement s JOIN account a ON a.id = s.made_by WHERE s.made_at > $1
        UNION ALL
        SELECT s.withdrawn_at, a.name, CASE s.kind WHEN 'gap' THEN 'Gap taken back: ' ELSE 'Strength taken back: ' END || s.text,
          NULL, NULL, s.question, s.marking
        FROM self_statement s JOIN account a ON a.id = s.withdrawn_by WHERE s.withdrawn_at > $1
      ) c ORDER BY c.at DESC, c.words LIMIT ${SHOWN}`,
      [since],
    ),
  )
  return {
    total: rows[0]?.total ?? 0,
    latest: rows.map(({ at, by, words, question, marking, id, title }) => ({
      at: at.toISOString(),
      by,
      words,
      question,
      marking,
      finding: id === null || title === null ? null : { id, title },
    })),
  }
}
