import { z } from 'zod'
import { actionFields, addAction, readAssignee } from '#kernel/actions/add.ts'
import { command } from '#kernel/operations.ts'
import { guardColumns } from '#kernel/records/guards.ts'
import { civilDate } from '#platform/forms/fields.ts'
import { WRITERS } from '../writers.ts'
import { saveCase } from './locked-case.ts'
import { aboutCase, caseChanged, caseSeen, PURPOSE } from './fields.ts'
import { lockReview } from './locked-review.ts'

export const recommend = command({
  name: 'case-review.recommend',
  summary: 'Recommend something to an agency at a case review: an action of the case',
  input: z.object({ ...caseSeen, ...actionFields, dueOn: civilDate('Due date') }),
  output: caseChanged.extend({ action: z.uuid() }),
  access: { staff: WRITERS },
  purpose: PURPOSE,
  audit: {
    event: 'case-review.recommended',
    subjects: (input, { action }) => [...aboutCase(input), { kind: 'action', id: action }],
  },
  async run(tx, { id, version, title, dueOn, ...given }) {
    const locked = await lockReview(tx, id, version, ['to-hold', 'to-tell'])
    const assignee = await readAssignee(tx, given)
    const action = await addAction(tx, locked.record, { title, assignee, dueOn })
    await tx.db
      .insertInto('asb_recommendation')
      .values({ action_id: action, review_id: locked.review.id, case_id: id, ...guardColumns(locked.record.guards) })
      .execute()
    await saveCase(tx, locked, {
      kind: 'decision',
      words: `The case review recommends: ${title}`,
      reason: 'Case review',
    })
    return { id, action }
  },
})
