import type { z } from 'zod'
import type { PageContext } from '#platform/http/routes.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { tellsApart } from '#kernel/parties/rules/tells-apart.ts'
import type { PartyHit } from '#kernel/parties/search/read-hits.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { PartyPicker } from '#kernel/web/parts/party-picker.tsx'
import { form, page } from '#kernel/web/view.ts'
import { keysOf } from '#platform/edge.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { SuggestLinks } from '#ui/forms/suggest-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { plural } from '#ui/words/numbers.ts'
import { WAYS_TO_KNOW } from './ent01-looked-at.ts'
import { enterPerson } from './enter-person.ts'
import { beginPerson } from './entry-form.ts'

type Model = z.output<typeof beginPerson.output>

const PATH = '/people/enter'

const entryPage = page({
  path: PATH,
  query: beginPerson,
  view: (model, context) => ({
    section: 'investigate',
    title: model.likely === null ? 'Who is it?' : model.likely.length === 0 ? 'Enter a new person' : 'Same person?',
    lead: leadOf(model),
    marking: model.likely?.some(({ marking }) => marking !== 'OFFICIAL') === true ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    back: { href: '/search', text: 'Search' },
    islands: ['suggest'],
    body: (
      <>
        <Who model={model} />
        {model.likely !== null && <Entry model={model} likely={model.likely} context={context} />}
      </>
    ),
  }),
})

function leadOf({ likely, more }: Model): string {
  if (likely === null) return 'First look whether we know them: one person, one record'
  if (likely.length === 0) return 'Nobody very like this is known that you may open'
  return more
    ? `The ${likely.length} likeliest of more: a date of birth makes them fewer`
    : `${plural(likely.length, 'person is', 'people are')} very like this one`
}

/** The first step: enough of somebody to look for them. It is a search, so it is asked for by its address. */
function Who({ model: { given, family, born, bornProblem } }: { readonly model: Model }) {
  const errors = bornProblem === null ? {} : { born: bornProblem }
  return (
    <Form action={PATH} method="get" values={{ given, family, born }} errors={errors} class="fp-prose">
      <TextField name="given" label="Given names" width={20} />
      <TextField name="family" label="Family name" width={20} />
      <TextField name="born" label="Date of birth or age" hint="4/5/1980, May 1980, 1980, 40, about 40" width={20} />
      <SuggestLinks
        source="/api/party/suggest?kind=person"
        from={['given', 'family', 'born']}
        title="It may be one of these"
      />
      <FormActions submit="Look whether we know them" />
    </Form>
  )
}

interface EntryProps {
  readonly model: Model
  readonly likely: readonly PartyHit[]
  readonly context: PageContext
}

/** The second: whoever is very like them, each with the evidence; then what else is known of somebody new. */
function Entry({ model: { given, family, born, today }, likely, context }: EntryProps) {
  return (
    <Form
      // Who is meant stands in the address, so that the page that comes back with errors has looked for the same person.
      action={address(PATH, { given, family, born })}
      csrf={context.csrf}
      idempotencyKey={context.key}
      errors={context.errors}
      values={context.values}
    >
      {likely.length > 0 && (
        <>
          <h2>Same person?</h2>
          <CardGrid columns={3}>
            {likely.map((one) => (
              <Card title={one.label} href={partyHref(one.kind, one.id)} headingLevel={3}>
                <Evidence hit={one} today={today} />
              </Card>
            ))}
          </CardGrid>
          <CheckboxesField
            name="different"
            label="Who of them is somebody else?"
            hint="If one of them is the person, open that record instead: nothing is entered twice"
            choices={likely.map((one) => ({ value: String(one.id), text: `${one.label} is somebody else` }))}
          />
          <RadiosField
            name="how"
            label="How do you know?"
            choices={keysOf(WAYS_TO_KNOW).map((way) => ({ value: way, text: WAYS_TO_KNOW[way] }))}
          />
        </>
      )}
      <h2>What else is known</h2>
      <SelectField
        name="sex"
        label="Sex"
        placeholder="Not known"
        options={[
          { value: 'female', text: 'Female' },
          { value: 'male', text: 'Male' },
          { value: 'other', text: 'Other' },
        ]}
      />
      <PartyPicker
        name="address"
        label="Where they live"
        hint="Choose it while you type, or write it out with its postcode"
        kind="address"
      />
      <TextField name="phone" label="Phone" inputmode="tel" width={20} />
      <FormActions
        submit={likely.length === 0 ? 'Enter this person' : 'None of these: enter a new person'}
        cancel={{ href: '/search' }}
      />
    </Form>
  )
}

/** Why it may be the same, and what tells it apart. */
function Evidence({ hit, today }: { readonly hit: PartyHit; readonly today: string }) {
  return (
    <>
      {hit.alias !== null && <p>Also known as {hit.alias}</p>}
      {tellsApart(hit, today).map((words) => (
        <p>{words}</p>
      ))}
      <p>
        <strong>Why:</strong> {hit.reasons.join(', ')}
      </p>
      <p>
        <Link href={partyHref(hit.kind, hit.id)}>This is the person: open the record</Link>
      </p>
    </>
  )
}

export const entryRoutes = [
  entryPage,
  form({
    path: PATH,
    command: enterPerson,
    page: entryPage,
    next: ({ id }) => `${partyHref('person', id)}?done=entered`,
  }),
]
