import type { Content } from '#ui/govuk/options.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Form } from '#ui/forms/form.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { Details } from '#ui/govuk/details.tsx'
import type { DutyModel } from './duty.tsx'
import { DUTIES } from './duties.tsx'

interface ActsProps {
  readonly model: DutyModel
  readonly context: PageContext
}

/** What this reader may do about it: only that is shown. */
export function DutyActs({ model, context }: ActsProps) {
  const { may } = model
  return (
    <section>
      {may.meet.length > 0 && (
        <Act name="meet" open title="It was met" submit="It is met" model={model} context={context}>
          <RadiosField name="how" label="How" choices={choices(may.meet)} />
        </Act>
      )}
      {may.resume && (
        <Act name="resume" open title="Let its clock run on" submit="Let it run on" model={model} context={context} />
      )}
      {may.handOnTo.length > 0 && (
        <Act name="hand-on" title="Hand it on" submit="Hand on" model={model} context={context} fields={['to', 'why']}>
          <SelectField
            name="to"
            label="To whom"
            placeholder="Choose"
            options={may.handOnTo.map(({ id, name, title }) => ({ value: id, text: `${name}, ${title}` }))}
          />
          <TextArea name="why" label="Why it is handed on" rows={2} />
        </Act>
      )}
      {may.pause.length > 0 && (
        <Act
          name="pause"
          title="Stop its clock"
          submit="Stop the clock"
          model={model}
          context={context}
          fields={['pause']}
        >
          <RadiosField name="pause" label="The reason" choices={choices(may.pause)} />
        </Act>
      )}
      {may.waive && (
        <Act name="waive" title="Waive it" submit="Waive" warning model={model} context={context} fields={['waiver']}>
          <TextArea name="waiver" label="The reason" hint="Kept with your name and rank, for good" rows={3} />
        </Act>
      )}
    </section>
  )
}

function choices(words: readonly string[]) {
  return words.map((value) => ({ value, text: value }))
}

interface ActProps extends ActsProps {
  readonly name: string
  readonly title: string
  readonly submit: string
  readonly warning?: boolean
  /** Shown at once, and not only when it is opened. */
  readonly open?: boolean
  readonly fields?: readonly string[]
  readonly children?: Content
}

function Act({ name, title, submit, warning, open, fields = [], children, model, context }: ActProps) {
  const { csrf, key, errors, values } = context
  const form = (
    <Form
      action={`${DUTIES}/${model.duty.id}/${name}`}
      csrf={csrf}
      // Several forms stand here, each an act of its own.
      idempotencyKey={`${key}-${name}`}
      version={model.version}
      errors={errors}
      values={values}
    >
      {children}
      <FormActions submit={submit} {...(warning === true && { warning })} />
    </Form>
  )
  if (open === true)
    return (
      <>
        <h2 class="govuk-heading-m">{title}</h2>
        {form}
      </>
    )
  return (
    <Details summaryText={title} open={fields.some((field) => errors[field] !== undefined)}>
      {form}
    </Details>
  )
}
