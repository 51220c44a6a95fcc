import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { emit } from '#platform/events/emit.ts'
import { text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { today } from '../organisation/today.ts'
import { version } from '../organisation/versions.ts'
import { recordKind } from '../records/record.ts'
import { addEntry } from '../records/timeline.ts'
import { actionFields, assigneeColumns, nameOf, readAssignee } from './add.ts'
import { actionId, guardsOf, isAssignee, lockAction, type ActionRow } from './row.ts'
import { stillOpen } from './rules/act01-still-open.ts'
import { whoMayAct, type ActionAct } from './rules/act02-who-may.ts'
import { notDueBefore } from './rules/act03-not-due-before.ts'

const named = { id: actionId, version }
/** The record is null for somebody who must do the action and does not reach its record. */
const output = z.object({ id: z.string(), kind: recordKind.nullable(), record: z.string().nullable() })

/** The action, locked, that this reader may do this to. Throws NotFound, Conflict or RuleRefused (ACT01, ACT02). */
async function lockFor(tx: Tx, act: ActionAct, id: string, seen: number): Promise<ActionRow> {
  const action = await lockAction(tx, id, seen)
  const standing = { reach: action.reference !== null, assignee: isAssignee(action, tx.reader) }
  refuseOn(whoMayAct(act, standing), stillOpen(action))
  return action
}

/** Saves it as its next version, with its line in the record's timeline. */
async function save(tx: Tx, action: ActionRow, set: Readonly<Record<string, unknown>>, words: string, reason?: string) {
  await tx.db
    .updateTable('action')
    .set({ ...set, version: action.version + 1 })
    .where('id', '=', action.id)
    .execute()
  const why = reason === undefined ? {} : { reason }
  await addEntry(tx, action.recordId, guardsOf(action), { kind: 'change', words, ...why })
  const reached = action.recordKind !== null
  return { id: action.id, kind: action.recordKind, record: reached ? action.recordId : null }
}

const auditOf = (event: string) => ({
  event,
  subjects: ({ id }: { readonly id: string }, { kind, record }: z.output<typeof output>) => [
    { kind: 'action', id },
    ...(kind === null || record === null || record === undefined ? [] : [{ kind, id: record }]),
  ],
})

export const changeAction = command({
  name: 'action.change',
  summary: 'Change an action: what is to be done, by whom or by when',
  input: z.object({ ...named, ...actionFields }),
  output,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: auditOf('action.changed'),
  async run(tx, { id, version: seen, title, dueOn, ...given }) {
    const action = await lockFor(tx, 'change', id, seen)
    refuseOn(notDueBefore(dueOn, today(tx), action.dueOn))
    const assignee = await readAssignee(tx, given)
    const name = await nameOf(tx, assignee, guardsOf(action))
    const due = dueOn === null ? 'with no due date' : `due on ${dueOn}`
    const words = `Changed the action “${action.title}”: “${title}”, for ${name}, ${due}.`
    return save(tx, action, { title, due_on: dueOn, ...assigneeColumns(assignee) }, words)
  },
})

export const completeAction = command({
  name: 'action.complete',
  summary: 'Complete an action, with what came of it',
  input: z.object({ ...named, outcome: text('What came of it', 2000) }),
  output,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: auditOf('action.completed'),
  async run(tx, { id, version: seen, outcome }) {
    const action = await lockFor(tx, 'complete', id, seen)
    const set = { done_at: tx.now, done_by: tx.reader.account, outcome }
    const done = await save(tx, action, set, `Completed the action “${action.title}”: ${outcome}`)
    await emit(tx, { name: 'action.completed', payload: { id, record: action.recordId } })
    return done
  },
})

export const dropAction = command({
  name: 'action.drop',
  summary: 'Drop an action that is no longer to be done, with the reason',
  input: z.object({ ...named, reason: text('Reason', 1000) }),
  output,
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: auditOf('action.dropped'),
  async run(tx, { id, version: seen, reason }) {
    const action = await lockFor(tx, 'drop', id, seen)
    const set = { dropped_at: tx.now, dropped_reason: reason }
    return save(tx, action, set, `Dropped the action “${action.title}”.`, reason)
  },
})
