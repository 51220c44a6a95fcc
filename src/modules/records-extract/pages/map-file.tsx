import type { z } from 'zod'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { HiddenField } from '#ui/forms/form.tsx'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { beginMapping } from '../queries/begin-mapping.ts'
import { EXTRACTS, extractHref, mapHref } from '../rules/addresses.ts'
import { DATE_ORDERS } from '../rules/dates.ts'
import { DEFAULT_MAPPING_NAME } from '../rules/default-mapping.ts'
import { EXTRACT_KINDS, EXTRACT_KIND_NAMES } from '../rules/kinds/all.ts'

type Model = z.output<typeof beginMapping.output>

/** What each column of a file is, by choices from its own headings. */
export const mapFilePage = page({ path: `${EXTRACTS}/:id/files/:number`, query: beginMapping, view: mapFileView })

function mapFileView(model: Model, context: PageContext): View {
  return {
    section: 'administration',
    title: `What are the columns of ${model.file}?`,
    lead: `Taken for ${EXTRACT_KINDS[model.kind].words.many.toLowerCase()}. Kept under a name, for the next time`,
    back: { href: extractHref(model.id), text: 'The extract' },
    body: (
      <>
        <OtherKinds model={model} />
        <ActForm context={context} submit="Keep mapping" cancel={extractHref(model.id)} stored={stored(model)}>
          <HiddenField name="kind" value={model.kind} />
          <TextField
            name="name"
            label="Name of the mapping"
            hint="Lower-case letters, figures and hyphens. A name that is there gets another version"
            width={20}
          />
          {model.fields.map((field) => (
            <Field field={field} header={model.header} />
          ))}
          <RadiosField
            name="dates"
            label="Dates are written"
            choices={Object.entries(DATE_ORDERS).map(([value, example]) => ({ value, text: `as in ${example}` }))}
            inline
          />
          <CheckboxesField
            name="midnightUnknown"
            label="Midnight"
            choices={[{ value: 'yes', text: '00:00 stands for a time that is not known' }]}
          />
          <CheckboxesField
            name="keepNotValid"
            label="Offences and outcomes that were none on their day"
            choices={[{ value: 'yes', text: 'Keep such crimes, with a warning', hint: 'Otherwise they are rejected' }]}
          />
          <CheckboxesField
            name="leaveOutRestricted"
            label="What is restricted there"
            choices={[{ value: 'yes', text: 'Leave out, with all that names it', hint: 'Otherwise it is rejected' }]}
          />
        </ActForm>
      </>
    ),
  }
}

function OtherKinds({ model }: { readonly model: Model }) {
  return (
    <Details summaryText="It is another kind of file">
      <ul class="govuk-list">
        {EXTRACT_KIND_NAMES.filter((kind) => kind !== model.kind).map((kind) => (
          <li>
            <a class="govuk-link" href={mapHref(model.id, model.number, kind)}>
              {EXTRACT_KINDS[kind].words.many}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Field({ field, header }: { readonly field: Model['fields'][number]; readonly header: readonly string[] }) {
  return (
    <>
      <SelectField
        name={`column:${field.name}`}
        label={field.label}
        hint={field.hint ?? undefined}
        optional={!field.required}
        placeholder="Not in this file"
        options={header.map((column) => ({ value: column, text: column }))}
      />
      {field.codes.length > 0 && (
        <Details summaryText={`Words for ${field.label.toLowerCase()}`} open={field.words !== ''}>
          <TextArea
            name={`words:${field.name}`}
            label={`Their words for ${field.label.toLowerCase()}`}
            hint={`One a line, as in “theirs = ${field.codes[0]?.code ?? ''}”. Ours: ${field.codes.map(({ code }) => code).join(', ')}`}
            rows={4}
            optional
          />
        </Details>
      )}
    </>
  )
}

function stored(model: Model): Record<string, unknown> {
  return {
    name: model.mapping === DEFAULT_MAPPING_NAME ? '' : model.mapping,
    dates: model.dates,
    midnightUnknown: model.midnightUnknown ? 'yes' : '',
    keepNotValid: model.keepNotValid ? 'yes' : '',
    leaveOutRestricted: model.leaveOutRestricted ? 'yes' : '',
    ...Object.fromEntries(
      model.fields.flatMap(({ name, column, words }) => [
        [`column:${name}`, column],
        [`words:${name}`, words],
      ]),
    ),
  }
}
