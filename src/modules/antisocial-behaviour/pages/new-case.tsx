import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page } from '#kernel/web/view.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { caseHref, CASES } from '../addresses.ts'
import { startCase } from '../commands/start-case.ts'
import { beginCase } from '../queries/open-case.ts'
import { CATEGORIES, TYPES } from '#kernel/antisocial-behaviour/lists.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'

const PATH = `${CASES}/new`

/** What an incident or a case is classified by. */
export function ClassFields() {
  return (
    <>
      <RadiosField
        name="category"
        label="Category"
        hint="One only: whom or what it is aimed at"
        choices={choicesOf(CATEGORIES)}
      />
      <SelectField name="type" label="Type" placeholder="Choose one" options={choicesOf(TYPES)} />
    </>
  )
}

const newPage = page({
  path: PATH,
  query: beginCase,
  view: ({ areas }, context) => ({
    section: 'prevent',
    title: 'Who or what is harmed, and how?',
    lead: 'If a crime is told as well, record the crime too',
    back: { href: CASES, text: 'Anti-social behaviour' },
    islands: ['suggest'],
    body: (
      <ActForm context={context} submit="Open the case" cancel={CASES}>
        <TextField name="title" label="Title" hint="What happens and where; name nobody" />
        <ClassFields />
        <TextField name="place" label="Place" hint="As people there call it" />
        <PartyPicker
          name="who"
          label="Whom it harms (needed for a personal case)"
          hint="The victim or whoever complains. Leave it empty where it is a community or a place"
        />
        <SelectField name="area" label="Area" placeholder="That of your own team" options={areas} optional />
      </ActForm>
    ),
  }),
})

export const newCaseRoutes = [
  newPage,
  form({ path: PATH, command: startCase, page: newPage, next: ({ id }) => `${caseHref(id)}?done=started` }),
]
