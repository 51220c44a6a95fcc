import type { z } from 'zod'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { COMMUNITIES, LOG, PATCH } from '../addresses.ts'
import { logEngagement } from '../commands/log-engagement.ts'
import { engagementForm } from '../queries/engagement.ts'
import {
  ENGAGEMENT_KIND_NAMES,
  ENGAGEMENT_KINDS,
  GROUP_NAMES,
  GROUPS,
  ISSUE_CATEGORIES,
  ISSUE_CATEGORY_NAMES,
} from '../rules/lists.ts'
import { NO_NAMES } from './parts/words.ts'

type Model = z.output<typeof engagementForm.output>

const draft = () => LOG

/** Where and what kind stand there already when one comes from "my patch": tick who was heard, and log it. */
const logPage = page({
  path: LOG,
  query: engagementForm,
  draft,
  view: (model, context) => ({
    section: 'prevent',
    title: 'Whom did you hear?',
    lead: 'Who was heard is all that it needs; the rest can be left out',
    back: { href: PATCH, text: 'My patch' },
    islands: ['autosave'],
    body:
      model.choices.length === 0 ? (
        <EmptyState title="Your posting covers no area">
          Engagements are logged by those who cover an area. <Link href={COMMUNITIES}>See the communities</Link>
        </EmptyState>
      ) : (
        <ActForm
          context={asTapped(model, context)}
          submit="Log it"
          cancel={PATCH}
          drafts
          stored={{ kind: model.kind ?? '', area: model.area ?? '' }}
        >
          <CheckboxesField
            name="heard"
            label="From whom did you hear?"
            hint="Groups, not people"
            choices={GROUP_NAMES.map((value) => ({ value, text: GROUPS[value].words }))}
          />
          <KindAndPlace model={model} />
          <Details summaryText="What was raised, and words" open={hasMore(context.values)}>
            <TextArea name="words" label="What it was about" hint={NO_NAMES} rows={3} optional />
            <Issue number={1} />
            <Issue number={2} />
            <Issue number={3} />
            <TextField name="reached" label="About how many people" width={4} inputmode="numeric" optional />
            <DateField name="on" label="On another day than today" optional />
          </Details>
        </ActForm>
      ),
  }),
})

/** A kind that was just tapped goes before that of an older draft. */
function asTapped({ kind, area }: Model, context: PageContext): PageContext {
  if (kind === null || Object.keys(context.errors).length > 0) return context
  return { ...context, values: { ...context.values, kind, area } }
}

function KindAndPlace({ model }: { readonly model: Model }) {
  return (
    <>
      <RadiosField
        name="kind"
        label="What was it?"
        choices={ENGAGEMENT_KIND_NAMES.map((value) => ({ value, text: ENGAGEMENT_KINDS[value] }))}
      />
      <SelectField
        name="area"
        label="Where"
        {...(model.area === null && { placeholder: 'Choose an area' })}
        options={model.choices.map(({ id, name }) => ({ value: String(id), text: name }))}
      />
    </>
  )
}

function Issue({ number }: { readonly number: 1 | 2 | 3 }) {
  return (
    <>
      <SelectField
        name={`issue${number}`}
        label={`Raised, ${number}`}
        placeholder="Nothing"
        options={ISSUE_CATEGORY_NAMES.map((value) => ({ value, text: ISSUE_CATEGORIES[value] }))}
        optional
      />
      <TextField name={`issue${number}Words`} label={`What was said of it, ${number}`} optional />
      <CheckboxesField
        name={`issue${number}Answer`}
        label={`Feedback, ${number}`}
        choices={[{ value: 'yes', text: 'They want an answer: within 28 days' }]}
        optional
      />
    </>
  )
}

/** Whether something stands in the part that is folded away, from a draft or after an error. */
function hasMore(values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).some(
    ([name, value]) => /^(words|issue|reached|on)/.test(name) && typeof value === 'string' && value !== '',
  )
}

export const logRoutes: readonly StaffRoute[] = [
  logPage,
  form({
    path: LOG,
    command: logEngagement,
    page: logPage,
    draft,
    next: ({ area }) => `${PATCH}?area=${area}&done=logged`,
  }),
]
