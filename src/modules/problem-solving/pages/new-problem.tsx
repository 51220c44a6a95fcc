import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { problemHref, PROBLEMS } from '../addresses.ts'
import { proposePlan } from '../commands/propose-plan.ts'
import { newPlanForm } from '../queries/plan-form.ts'
import { PLACE_TYPES, PROBLEM_TYPES, SOURCES } from '../reference/lists.ts'

const PATH = `${PROBLEMS}/new`

/** What is asked of a problem when it is named. */
export function NamingFields() {
  return (
    <>
      <TextField name="title" label="Title" hint="What happens and where; name nobody" />
      <TextField name="place" label="Place" hint="As people there call it, or what it is about" />
      <SelectField name="placeType" label="Sort of place" placeholder="Choose one" options={choicesOf(PLACE_TYPES)} />
    </>
  )
}

const newPage = page({
  path: PATH,
  query: newPlanForm,
  view: ({ areas }, context) => ({
    section: 'prevent',
    title: 'Which problem should be worked on?',
    lead: 'A supervisor accepts it, or says why not',
    back: { href: PROBLEMS, text: 'Problems' },
    body: (
      <ActForm context={context} submit="Propose" cancel={PROBLEMS}>
        <NamingFields />
        <SelectField
          name="problemType"
          label="Sort of problem"
          placeholder="Choose one"
          options={choicesOf(PROBLEM_TYPES)}
        />
        <SelectField name="source" label="Where it comes from" placeholder="Choose one" options={choicesOf(SOURCES)} />
        <SelectField name="area" label="Area" placeholder="That of your own team" options={areas} optional />
      </ActForm>
    ),
  }),
})

export const newProblemRoutes = [
  newPage,
  form({
    path: PATH,
    command: proposePlan,
    page: newPage,
    next: ({ id }) => `${problemHref(id)}?done=proposed`,
  }),
]
