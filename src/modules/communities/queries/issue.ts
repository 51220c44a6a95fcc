import { z } from 'zod'
import { query } from '#kernel/operations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { rowsAs } from '#platform/edge.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { ISSUE_CATEGORY_NAMES } from '../rules/lists.ts'
import { WRITERS } from '../writers.ts'

export const issueId = z.uuid({ error: 'This is not the reference of something that was raised' })

const issueHead = z.object({
  id: z.uuid(),
  category: z.enum(ISSUE_CATEGORY_NAMES),
  words: z.string(),
  wantsAnswer: z.boolean(),
  answeredAt: z.iso.datetime().nullable(),
  /** Others of the same engagement that still want an answer. */
  othersOwed: z.int(),
  engagement: z.object({
    id: z.uuid(),
    reference: z.string(),
    title: z.string(),
    version: z.int(),
    marking: z.enum(MARKINGS),
  }),
})
type IssueHead = z.output<typeof issueHead>

/** Throws NotFound, whether there is none or it is out of this reader's reach. */
export async function getIssue(tx: Tx, wanted: string): Promise<IssueHead> {
  const [row] = rowsAs<Omit<IssueHead, 'answeredAt'> & { answeredAt: Date | null }>(
    await tx.client.query(
      `SELECT i.id, i.category, i.words, i.wants_answer AS "wantsAnswer", i.answered_at AS "answeredAt",
        (SELECT count(*)::integer FROM engagement_issue o WHERE o.engagement_id = i.engagement_id AND o.id <> i.id
          AND o.wants_answer AND o.answered_at IS NULL) AS "othersOwed",
        jsonb_build_object('id', r.id, 'reference', r.reference, 'title', r.title, 'version', r.version, 'marking', r.marking)
          AS engagement
      FROM engagement_issue i JOIN record r ON r.id = i.engagement_id WHERE i.id = $1`,
      [wanted],
    ),
  )
  if (row === undefined) throw new NotFound({ kind: 'engagement', id: wanted })
  return { ...row, answeredAt: row.answeredAt?.toISOString() ?? null }
}

export const answerForm = query({
  name: 'engagement.answer-form',
  summary: 'Begin to give feedback: what was raised, and where',
  input: z.object({ id: issueId }),
  output: issueHead,
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'engagement.form-opened',
    subjects: (_input, { engagement }) => [{ kind: 'engagement', id: engagement.id }],
  },
  run: (tx, input) => getIssue(tx, input.id),
})
