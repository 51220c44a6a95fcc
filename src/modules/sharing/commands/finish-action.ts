import { z } from 'zod'
import { stillOpen } from '#kernel/actions/rules/act01-still-open.ts'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { sameVersion, version } from '#kernel/organisation/versions.ts'
import { getGuards } from '#kernel/records/guards.ts'
import { addEntry } from '#kernel/records/timeline.ts'
import { SHARED_KINDS } from '#kernel/sharing/lists.ts'
import { asService } from '#platform/db/as-service.ts'
import { emit } from '#platform/events/emit.ts'
import { text } from '#platform/forms/fields.ts'
import { getPartnerAction } from '../queries/partner-actions.ts'

/** What an agency was to do is done: said by the agency, in its own words. */
export const finishAction = command({
  name: 'partner.finish-action',
  summary: 'Say that an action of your agency is done, and what came of it',
  input: z.object({ id: z.uuid(), version, outcome: text('What came of it', 1000) }),
  output: z.object({ id: z.string(), record: z.string(), kind: z.enum(SHARED_KINDS), share: z.string() }),
  access: { partner: ['partner'] },
  purpose: 'work with partners',
  audit: {
    event: 'partner.action-finished',
    subjects: ({ id }, { kind, record }) => [
      { kind: 'action', id },
      { kind, id: record },
    ],
  },
  async run(tx, { id, version: seen, outcome }) {
    // Locked under the partner’s own policy for changing, which lets nothing through that is done.
    await tx.client.query('SELECT id FROM action WHERE id = $1 FOR UPDATE', [id])
    const action = await getPartnerAction(tx, id)
    refuseOn(stillOpen({ doneAt: action.doneAt, droppedAt: null }))
    sameVersion(action, seen)
    await tx.db
      .updateTable('action')
      .set({ done_at: tx.now, done_by: tx.reader.account, outcome, version: action.version + 1 })
      .where('id', '=', id)
      .execute()
    await asService(tx, async () => {
      const guards = await getGuards(tx, action.record)
      const words = `A partner agency finished the action “${action.title}”: ${outcome}`
      await addEntry(tx, action.record, guards, { kind: 'change', words })
    })
    await emit(tx, { name: 'action.completed', payload: { id, record: action.record } })
    return { id, record: action.record, kind: action.kind, share: action.share }
  },
})
