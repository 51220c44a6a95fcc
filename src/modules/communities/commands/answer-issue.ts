import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { changeRecord, lockRecord } from '#kernel/records/record.ts'
import { Conflict } from '#platform/errors/errors.ts'
import { choice, text } from '#platform/forms/fields.ts'
import { version } from '#kernel/organisation/versions.ts'
import { meetFeedback } from '../duties/owed.ts'
import { getIssue, issueId } from '../queries/issue.ts'
import { ANSWER_WAY_NAMES, ANSWER_WAYS, ISSUE_CATEGORIES } from '../rules/lists.ts'
import { WRITERS } from '../writers.ts'

/** Feedback that was given: it meets what was owed, now and at no other time. */
export const answerIssue = command({
  name: 'engagement.answer',
  summary: 'Say that feedback was given on what somebody raised: how, and what was said',
  input: z.object({
    id: issueId,
    version,
    how: choice('How it was given', ANSWER_WAY_NAMES),
    answer: text('What you said', 1000),
  }),
  output: z.object({ id: z.string(), engagement: z.string() }),
  access: { staff: WRITERS },
  purpose: 'neighbourhood policing',
  audit: {
    event: 'engagement.answered',
    subjects: (_input, { engagement }) => [{ kind: 'engagement', id: engagement }],
    detail: ({ id, how }) => ({ issue: id, how }),
  },
  async run(tx, { id, version: seen, how, answer }) {
    const before = await getIssue(tx, id)
    const record = await lockRecord(tx, 'engagement', before.engagement.id, seen)
    if (!before.wantsAnswer || before.answeredAt !== null)
      throw new Conflict('Nobody waits for an answer to this any more. Open the engagement to see what was said.')
    await tx.db
      .updateTable('engagement_issue')
      .set({ answered_at: tx.now, answered_by: tx.reader.account, answered_how: how, answer })
      .where('id', '=', id)
      .execute()
    await meetFeedback(tx, id, ANSWER_WAYS[how])
    const last = before.othersOwed === 0
    const words = `Feedback on ${ISSUE_CATEGORIES[before.category].toLowerCase()} (${ANSWER_WAYS[how].toLowerCase()}): ${answer}`
    await changeRecord(tx, record, last ? { stage: 'answered', closedAt: tx.now } : {}, { kind: 'contact', words })
    return { id, engagement: record.id }
  },
})
