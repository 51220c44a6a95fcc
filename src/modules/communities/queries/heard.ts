import { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

export const raisedIssue = z.object({
  id: z.uuid(),
  category: z.string(),
  words: z.string(),
  wantsAnswer: z.boolean(),
  answeredAt: z.iso.datetime().nullable(),
  answeredHow: z.string().nullable(),
  answer: z.string().nullable(),
})

/** An engagement with what was raised. Times are instants. */
export const engagementView = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.string(),
  heard: z.array(z.string()),
  reached: z.int().nullable(),
  words: z.string(),
  happenedAt: z.iso.datetime(),
  by: z.string().nullable(),
  marking: z.enum(MARKINGS),
  issues: z.array(raisedIssue),
})
export type EngagementView = z.output<typeof engagementView>

/** Times inside JSON as instants are written everywhere. */
const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

const SQL = `SELECT e.id, r.reference, e.kind, e.heard, e.reached, e.words, e.happened_at AS "happenedAt", e.marking, a.name AS by,
    (SELECT coalesce(json_agg(json_build_object('id', i.id, 'category', i.category, 'words', i.words,
        'wantsAnswer', i.wants_answer, 'answeredAt', to_char(i.answered_at AT TIME ZONE 'UTC', ${INSTANT}),
        'answeredHow', i.answered_how, 'answer', i.answer) ORDER BY i.number), '[]')
      FROM engagement_issue i WHERE i.engagement_id = e.id) AS issues
  FROM engagement e JOIN record r ON r.id = e.id LEFT JOIN account a ON a.id = r.opened_by`

type Row = Omit<EngagementView, 'happenedAt'> & { happenedAt: Date }

function asHeard({ happenedAt, ...row }: Row): EngagementView {
  return { ...row, happenedAt: happenedAt.toISOString() }
}

/** The latest of an area, of what this reader may see. One statement. */
export async function latestEngagements(tx: Tx, area: number, most: number): Promise<EngagementView[]> {
  return rowsAs<Row>(
    await tx.client.query(`${SQL} WHERE e.area_id = $1 ORDER BY e.happened_at DESC, e.id LIMIT $2`, [area, most]),
  ).map(asHeard)
}

export async function findEngagement(tx: Tx, id: string): Promise<EngagementView | undefined> {
  return rowsAs<Row>(await tx.client.query(`${SQL} WHERE e.id = $1`, [id])).map(asHeard)[0]
}

/** Something that was raised and waits for an answer. */
export const owedFeedback = z.object({
  id: z.uuid(),
  engagement: z.uuid(),
  reference: z.string(),
  category: z.string(),
  words: z.string(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  owner: z.string().nullable(),
})
export type OwedFeedback = z.output<typeof owedFeedback>

/** What is owed to the people of an area, the longest wait first. One statement. */
export async function feedbackOwed(tx: Tx, area: number): Promise<OwedFeedback[]> {
  return rowsAs<Omit<OwedFeedback, 'raisedAt' | 'dueAt'> & { raisedAt: Date; dueAt: Date | null }>(
    await tx.client.query(
      `SELECT i.id, e.id AS engagement, r.reference, i.category, i.words, e.happened_at AS "raisedAt", d.due_at AS "dueAt",
        o.name AS owner
      FROM engagement_issue i JOIN engagement e ON e.id = i.engagement_id JOIN record r ON r.id = e.id
        LEFT JOIN duty d ON d.record_id = e.id AND d.rule = 'COM-01' AND d.subject_kind = 'engagement-issue' AND d.subject_id = i.id::text
          AND d.superseded_at IS NULL
        LEFT JOIN account o ON o.id = r.owner_id
      WHERE i.area_id = $1 AND i.wants_answer AND i.answered_at IS NULL
      ORDER BY coalesce(d.due_at, e.happened_at), i.id LIMIT 100`,
      [area],
    ),
  ).map(({ raisedAt, dueAt, ...row }) => ({
    ...row,
    raisedAt: raisedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }))
}
