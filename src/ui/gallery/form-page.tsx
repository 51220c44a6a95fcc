import { ProgressBar } from '../blocks/progress-bar.tsx'
import { CheckboxesField, RadiosField } from '../forms/choice-fields.tsx'
import { DateField } from '../forms/date-field.tsx'
import { FileField } from '../forms/file-field.tsx'
import { FormActions } from '../forms/form-actions.tsx'
import { Form } from '../forms/form.tsx'
import { SelectField } from '../forms/select-field.tsx'
import { TextArea } from '../forms/text-area.tsx'
import { TextField } from '../forms/text-field.tsx'
import type { StaffFrame } from '../layouts/frame.ts'
import { StaffPage } from '../layouts/staff-page.tsx'

const errors = {
  name: 'Enter the unit’s name',
  kind: 'Choose what kind of unit it is',
  starts: 'Start date must be a real date',
}
const values = {
  code: 'RDG-O0l1',
  areas: ['reading'],
  'starts-day': '31',
  'starts-month': '2',
  'starts-year': '2026',
}

/** A form that could not be accepted, with a field of every kind, a draft and a job under way. */
export function FormPage({ frame }: { readonly frame: StaffFrame }) {
  return (
    <StaffPage
      frame={frame}
      title="Add a unit"
      marking="OFFICIAL"
      section="administration"
      back={{ href: '/table', text: 'Units' }}
      errors={errors}
      values={values}
      scripts={['autosave.js', 'progress.js']}
    >
      <ProgressBar label="Loading last month’s units" done={1200} total={4800} unit="rows" progressUrl="/progress" />
      <Form
        action="/form"
        csrf={frame.csrf}
        idempotencyKey="sample-key"
        version={3}
        draftKey="sample-draft"
        draftUrl="/draft"
        errors={errors}
        values={values}
        multipart
      >
        <TextField name="name" label="Name" hint="As its people say it" />
        <TextField name="code" label="Code" width={10} mono optional />
        <SelectField
          name="parent"
          label="Part of"
          placeholder="Choose a unit"
          options={[{ value: 'nbhd', text: 'Neighbourhoods' }]}
        />
        <RadiosField
          name="kind"
          label="Kind"
          choices={[
            { value: 'team', text: 'Team', hint: 'People who share a shift' },
            { value: 'department', text: 'Department' },
          ]}
        />
        <CheckboxesField
          name="areas"
          label="Areas it serves"
          inline
          choices={[
            { value: 'reading', text: 'Reading' },
            { value: 'slough', text: 'Slough' },
          ]}
        />
        <DateField name="starts" label="Starts" hint="For example, 27 3 2026" />
        <TextArea name="reason" label="Why it is made" rows={4} />
        <FileField name="order" label="Order of the day" accept=".pdf" optional />
        <FormActions submit="Add unit" cancel={{ href: '/table' }} />
      </Form>
    </StaffPage>
  )
}
