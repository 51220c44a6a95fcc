import { Checkboxes } from '../govuk/checkboxes.tsx'
import { classNames, type Content } from '../govuk/options.ts'
import { Radios } from '../govuk/radios.tsx'
import { hintOption, labelText, type FieldProps } from './field-props.ts'
import { errorOption, fieldId, listValue, textValue, useForm } from './fields.ts'

export interface Choice {
  readonly value: string
  readonly text: Content
  readonly hint?: Content
  readonly disabled?: boolean | undefined
  /** Shown only while it is chosen. */
  readonly conditional?: Content
}

export interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[]
  /** Side by side; for two or three short ones. */
  readonly inline?: boolean | undefined
}

/** One of a few, all of them seen. The label is the legend. */
export function RadiosField(props: ChoicesProps) {
  const { errors, values } = useForm()
  return (
    <Radios
      idPrefix={fieldId(props.name)}
      name={props.name}
      classes={classNames('govuk-radios--small', props.inline && 'govuk-radios--inline')}
      fieldset={legend(props)}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      items={items(props)}
      value={textValue(values[props.name])}
    />
  )
}

/** Any of a few. The label is the legend. */
export function CheckboxesField(props: ChoicesProps) {
  const { errors, values } = useForm()
  return (
    <Checkboxes
      idPrefix={fieldId(props.name)}
      name={props.name}
      classes={classNames('govuk-checkboxes--small', props.inline && 'fp-checkboxes--inline')}
      fieldset={legend(props)}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      items={items(props)}
      values={listValue(values[props.name])}
    />
  )
}

function legend(props: ChoicesProps) {
  return { legend: { text: labelText(props), classes: 'govuk-fieldset__legend--s' } }
}

function items({ choices, disabled }: ChoicesProps) {
  return choices.map((choice) => ({
    value: choice.value,
    text: choice.text,
    hint: hintOption(choice.hint),
    disabled: disabled ?? choice.disabled,
    conditional: choice.conditional ? { text: choice.conditional } : undefined,
  }))
}
