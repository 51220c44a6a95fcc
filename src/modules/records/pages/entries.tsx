import { addDecision, addNote } from '#kernel/records/add-entries.ts'
import type { RecordHead } from '#kernel/records/head.ts'
import { recordHref, type RecordKind } from '#kernel/records/record.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page } from '#kernel/web/view.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { beginEntry } from '../queries/record-form.ts'

/** The frame of every page on which something is done with a record. */
export function recordFrame(head: RecordHead) {
  const href = recordHref(head.kind, head.id)
  return {
    section: 'work',
    lead: `${head.reference}: ${head.title}`,
    marking: head.marking,
    back: { href, text: head.reference },
  } as const
}

export function doneAt(kind: RecordKind, id: string, done: string): string {
  return `${recordHref(kind, id)}?done=${done}`
}

const NOTE = '/records/:kind/:id/note'
const notePage = page({
  path: NOTE,
  query: beginEntry,
  view: ({ head }, context) => ({
    ...recordFrame(head),
    title: 'What was done, or found out?',
    body: (
      <ActForm context={context} submit="Add note" cancel={recordHref(head.kind, head.id)}>
        <TextArea
          name="words"
          label="Note"
          hint="It is added to the timeline, and is not changed afterwards"
          rows={5}
        />
        <DateField name="happenedOn" label="Day it tells of" hint="Leave it empty for today" optional />
      </ActForm>
    ),
  }),
})

const DECISION = '/records/:kind/:id/decision'
const decisionPage = page({
  path: DECISION,
  query: beginEntry,
  view: ({ head }, context) => ({
    ...recordFrame(head),
    title: 'What was decided, and why?',
    body: (
      <ActForm context={context} submit="Write down decision" cancel={recordHref(head.kind, head.id)}>
        <TextArea name="words" label="What was decided" rows={3} />
        <TextArea
          name="options"
          label="Options"
          hint="What could have been done, one on each line; leaving it as it is can be one"
          rows={4}
        />
        <TextArea name="reason" label="Why this one" rows={4} />
      </ActForm>
    ),
  }),
})

export const entryRoutes = [
  notePage,
  form({ path: NOTE, command: addNote, page: notePage, next: ({ kind, record }) => doneAt(kind, record, 'noted') }),
  decisionPage,
  form({
    path: DECISION,
    command: addDecision,
    page: decisionPage,
    next: ({ kind, record }) => doneAt(kind, record, 'decided'),
  }),
]
