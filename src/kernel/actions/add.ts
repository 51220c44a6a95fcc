import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { Forbidden, Invalid } from '#platform/errors/errors.ts'
import { emit } from '#platform/events/emit.ts'
import { optionalCivilDate, optionalId, optionalText, text } from '#platform/forms/fields.ts'
import { command } from '../operations.ts'
import { refuseOn } from '../organisation/rules/rule.ts'
import { today } from '../organisation/today.ts'
import { guardColumns, type Guards } from '../records/guards.ts'
import { receiverBy } from '../records/receiver.ts'
import { getRecord, recordId, recordKind, type RecordRow } from '../records/record.ts'
import { ableToSee } from '../records/rules/rec03-able-to-see.ts'
import { addEntry } from '../records/timeline.ts'
import { notDueBefore } from './rules/act03-not-due-before.ts'
import { recordOpen } from './rules/act04-record-open.ts'
import { oneAssignee, type Assignee } from './rules/act05-one-assignee.ts'

export interface NewAction {
  readonly title: string
  readonly assignee: Assignee
  /** Civil date. */
  readonly dueOn: string | null
}

/** Adds an action to a record, with its line in the timeline. Throws RuleRefused (ACT03, ACT04, REC03). Gives its id. */
export async function addAction(tx: Tx, record: RecordRow, action: NewAction): Promise<string> {
  const { account } = tx.reader
  if (account === null) throw new Forbidden()
  refuseOn(recordOpen(record.closedAt), notDueBefore(action.dueOn, today(tx)))
  const name = await nameOf(tx, action.assignee, record.guards)
  const id = randomUUID()
  await tx.db
    .insertInto('action')
    .values({
      id,
      record_id: record.id,
      title: action.title,
      ...assigneeColumns(action.assignee),
      due_on: action.dueOn,
      added_by: account,
      added_at: tx.now,
      ...guardColumns(record.guards),
    })
    .execute()
  await addEntry(tx, record.id, record.guards, {
    kind: 'change',
    words: `Added the action “${action.title}” for ${name}.`,
  })
  await emit(tx, { name: 'action.added', payload: { id, kind: record.kind, record: record.id } })
  return id
}

export function assigneeColumns(assignee: Assignee) {
  return {
    assignee_id: assignee.kind === 'person' ? assignee.id : null,
    assignee_unit_id: assignee.kind === 'team' ? assignee.id : null,
    assignee_agency_id: assignee.kind === 'agency' ? assignee.id : null,
  }
}

/** What the assignee is called; a person must be able to see what they are to do. Throws Invalid at the field, or RuleRefused. */
export async function nameOf(tx: Tx, assignee: Assignee, guards: Guards): Promise<string> {
  if (assignee.kind === 'person') {
    const person = await receiverBy(tx, assignee.id, 'person')
    refuseOn(ableToSee(person, guards))
    return person.name
  }
  const table = assignee.kind === 'team' ? 'unit' : 'agency'
  const row = await tx.db.selectFrom(table).select('name').where('id', '=', assignee.id).executeTakeFirst()
  if (row === undefined) throw new Invalid({ [assignee.kind]: `Choose the ${assignee.kind} from the list` })
  return row.name
}

/** The fields of an action as a person gives them: exactly one of person, team and agency. */
export const actionFields = {
  title: text('What is to be done', 300),
  /** Collar or staff number, or account. */
  person: optionalText('Person', 40),
  team: optionalId('Team'),
  agency: optionalId('Partner agency'),
  dueOn: optionalCivilDate('Due date'),
}

/** Who must do it, of what was given. Throws RuleRefused (ACT05), or Invalid for somebody who is not here. */
export async function readAssignee(
  tx: Tx,
  given: { readonly person: string | null; readonly team: number | null; readonly agency: number | null },
): Promise<Assignee> {
  refuseOn(oneAssignee(given))
  if (given.person !== null) return { kind: 'person', id: (await receiverBy(tx, given.person, 'person')).id }
  return given.team === null ? { kind: 'agency', id: given.agency ?? 0 } : { kind: 'team', id: given.team }
}

export const addActionCommand = command({
  name: 'action.add',
  summary: 'Add an action to a record: what is to be done, by whom and by when',
  input: z.object({
    kind: recordKind,
    id: recordId,
    ...actionFields,
  }),
  output: z.object({ kind: recordKind, record: z.string(), id: z.string() }),
  access: { staff: 'any' },
  purpose: 'work on records',
  audit: {
    event: 'action.added',
    subjects: ({ kind, id: record }, { id }) => [
      { kind, id: record },
      { kind: 'action', id },
    ],
  },
  async run(tx, { kind, id: recordOf, title, dueOn, ...given }) {
    const record = await getRecord(tx, kind, recordOf)
    const assignee = await readAssignee(tx, given)
    return { kind, record: record.id, id: await addAction(tx, record, { title, assignee, dueOn }) }
  },
})
