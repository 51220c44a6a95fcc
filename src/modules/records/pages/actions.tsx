import type { z } from 'zod'
import { addActionCommand } from '#kernel/actions/add.ts'
import { changeAction, completeAction, dropAction } from '#kernel/actions/change.ts'
import { openAction } from '#kernel/actions/list.ts'
import type { ActionView } from '#kernel/actions/row.ts'
import { recordHref, type RecordKind } from '#kernel/records/record.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { form, page } from '#kernel/web/view.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { beginAction } from '../queries/action-form.ts'
import { beginGiving } from '../queries/record-form.ts'
import { doneAt, recordFrame } from './entries.tsx'
import { option } from './hand-on.tsx'

type Choices = Pick<z.output<typeof beginGiving.output>, 'units' | 'agencies'>

function ActionFields({ units, agencies }: Choices) {
  return (
    <>
      <TextField name="title" label="What is to be done" />
      <p class="govuk-body">Give it to one person, one team or one partner agency.</p>
      <TextField name="person" label="Person" hint="Collar or staff number" width={10} optional />
      <SelectField name="team" label="Team" placeholder="None" options={units.map(option)} optional />
      <SelectField name="agency" label="Partner agency" placeholder="None" options={agencies.map(option)} optional />
      <DateField name="dueOn" label="Due date" hint="For example, 31 3 2027" optional />
    </>
  )
}

const ADD = '/records/:kind/:id/action'
const addPage = page({
  path: ADD,
  query: beginGiving,
  view: ({ head, units, agencies }, context) => ({
    ...recordFrame(head),
    title: 'What is to be done, by whom and by when?',
    body: (
      <ActForm context={context} submit="Add action" cancel={recordHref(head.kind, head.id)}>
        <ActionFields units={units} agencies={agencies} />
      </ActForm>
    ),
  }),
})

/** Back to the record; to My work where its record is not in reach. */
function actionFrame({ record, marking }: ActionView) {
  const back =
    record === null
      ? { href: '/', text: 'My work' }
      : { href: recordHref(record.kind, record.id), text: record.reference }
  return { section: 'work', marking, back } as const
}

function nextAfter(done: string) {
  return ({ kind, record }: { readonly kind: RecordKind | null; readonly record: string | null }): string =>
    kind === null || record === null ? '/' : doneAt(kind, record, done)
}

const CHANGE = '/actions/:id/change'
const changePage = page({
  path: CHANGE,
  query: beginAction,
  view: ({ action, given, units, agencies }, context) => {
    const frame = actionFrame(action)
    const names = (of: Choices['units']) => (typed: string) => of.find(({ id }) => String(id) === typed)?.name ?? typed
    return {
      ...frame,
      title: 'Change the action',
      lead: action.title,
      body: (
        <>
          <BothVersions
            context={context}
            fields={[
              { label: 'What is to be done', name: 'title', theirs: action.title },
              { label: 'Person', name: 'person', theirs: given.person ?? '' },
              { label: 'Team', name: 'team', theirs: names(units)(String(given.team ?? '')), words: names(units) },
              {
                label: 'Agency',
                name: 'agency',
                theirs: names(agencies)(String(given.agency ?? '')),
                words: names(agencies),
              },
              { label: 'Due date', name: 'dueOn', theirs: action.dueOn ?? '' },
            ]}
          />
          <ActForm
            context={context}
            submit="Save action"
            cancel={frame.back.href}
            version={action.version}
            stored={{ title: action.title, ...given, dueOn: action.dueOn }}
          >
            <ActionFields units={units} agencies={agencies} />
          </ActForm>
        </>
      ),
    }
  },
})

const COMPLETE = '/actions/:id/complete'
const completePage = page({
  path: COMPLETE,
  query: openAction,
  view: (action, context) => ({
    ...actionFrame(action),
    title: 'What came of it?',
    lead: action.title,
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Complete action"
          cancel={actionFrame(action).back.href}
          version={action.version}
        >
          <TextArea name="outcome" label="What came of it" rows={4} />
        </ActForm>
      </>
    ),
  }),
})

const DROP = '/actions/:id/drop'
const dropPage = page({
  path: DROP,
  query: openAction,
  view: (action, context) => ({
    ...actionFrame(action),
    title: 'Why is it no longer to be done?',
    lead: action.title,
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Drop action"
          cancel={actionFrame(action).back.href}
          version={action.version}
          warning
        >
          <TextArea name="reason" label="Reason" rows={3} />
        </ActForm>
      </>
    ),
  }),
})

export const actionRoutes = [
  addPage,
  form({
    path: ADD,
    command: addActionCommand,
    page: addPage,
    next: ({ kind, record }) => doneAt(kind, record, 'added'),
  }),
  changePage,
  form({ path: CHANGE, command: changeAction, page: changePage, next: nextAfter('changed') }),
  completePage,
  form({ path: COMPLETE, command: completeAction, page: completePage, next: nextAfter('completed') }),
  dropPage,
  form({ path: DROP, command: dropAction, page: dropPage, next: nextAfter('dropped') }),
]
