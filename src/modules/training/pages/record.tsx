import type { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { COMPETENCES, COMPETENCE_CODES, settingOn } from '#kernel/competences/competences.ts'
import { TRAINING_HREF, trainingOfHref } from '#kernel/competences/hrefs.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { recordOfPersonHref, recordOfUnitHref } from '../addresses.ts'
import { recordTraining } from '../commands/record-training.ts'
import { beginRecord } from '../queries/begin-record.ts'

type Model = z.output<typeof beginRecord.output>

/** What a course is in: where there is one competence only, it is said and not asked. */
function Competence({ context }: { readonly context: PageContext }) {
  const [first, ...others] = COMPETENCE_CODES
  if (first !== undefined && others.length === 0) {
    const { name, months } = { ...COMPETENCES[first], ...settingOn(COMPETENCES[first], londonDateAt(context.now)) }
    return (
      <>
        <HiddenField name="competence" value={first} />
        <p class="govuk-body">
          Training in {name.toLowerCase()}: current for {months} months from the day on which it was finished.
        </p>
      </>
    )
  }
  return (
    <SelectField
      name="competence"
      label="What the training is in"
      options={COMPETENCE_CODES.map((value) => ({ value, text: COMPETENCES[value].name }))}
    />
  )
}

function When() {
  return (
    <>
      <DateField name="gainedOn" label="Day on which it was finished" hint="For example, 31 3 2026" />
      <TextField
        name="course"
        label="Course"
        hint="What it was and what shows it: “Problem-solving, two days, certificates seen”"
      />
    </>
  )
}

const ofUnitPage = page({ path: recordOfUnitHref(':unit'), query: beginRecord, view: unitView })

function unitView({ unitName, people, tooMany }: Model, context: PageContext): View {
  return {
    section: 'work',
    title: 'Who was on a course?',
    lead: `${unitName ?? ''} and the units below it: people whom you supervise or lead. Your own training is recorded by whoever supervises you`,
    back: { href: TRAINING_HREF, text: 'Training' },
    body:
      people.length === 0 ? (
        <EmptyState title={tooMany ? 'Too many people to choose from' : 'Nobody here whom you supervise or lead'}>
          {tooMany
            ? 'Open a smaller unit: choose a team on the page “Training”, then record the course there.'
            : 'Choose a team on the page “Training”, or open the page of a person.'}
        </EmptyState>
      ) : (
        <ActForm context={context} submit="Record course" cancel={TRAINING_HREF}>
          <Competence context={context} />
          <CheckboxesField
            name="people"
            label="Who finished it"
            choices={people.map(({ id, name, post }) => ({ value: id, text: name, hint: post }))}
          />
          <When />
        </ActForm>
      ),
  }
}

const PERSON = recordOfPersonHref(':person')
const ofPersonPage = page({ path: PERSON, query: beginRecord, view: personView })

function personView({ people: [person] }: Model, context: PageContext): View {
  const [id, name] = person === undefined ? ['', ''] : [person.id, person.name]
  return {
    section: 'work',
    title: `Which course was ${name} on?`,
    lead: person === undefined ? '' : `${person.post}, ${person.unitName}`,
    back: { href: trainingOfHref(id), text: `Training of ${name}` },
    body: (
      <ActForm context={context} submit="Record course" cancel={trainingOfHref(id)}>
        <Competence context={context} />
        <HiddenField name="people" value={id} />
        {context.errors['people'] !== undefined && <p class="govuk-error-message">{context.errors['people']}</p>}
        <When />
      </ActForm>
    ),
  }
}

export const recordRoutes: readonly StaffRoute[] = [
  ofUnitPage,
  form({
    path: recordOfUnitHref(':unit'),
    command: recordTraining,
    page: ofUnitPage,
    next: () => `${TRAINING_HREF}?done=recorded`,
  }),
  ofPersonPage,
  form({
    path: PERSON,
    command: recordTraining,
    page: ofPersonPage,
    next: ({ people: [id = ''] }) => `${trainingOfHref(id)}?done=recorded`,
  }),
]
