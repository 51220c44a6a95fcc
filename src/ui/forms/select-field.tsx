import { Select } from '../govuk/select.tsx'
import { hintOption, labelText, type FieldProps } from './field-props.ts'
import { errorOption, fieldId, textValue, useForm } from './fields.ts'

export interface Option {
  readonly value: string
  readonly text: string
  readonly disabled?: boolean | undefined
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  /** The first line, sent as empty: "Choose a unit". */
  readonly placeholder?: string | undefined
}

/** One of many. */
export function SelectField(props: SelectFieldProps) {
  const { errors, values } = useForm()
  const placeholder = props.placeholder === undefined ? [] : [{ value: '', text: props.placeholder }]
  return (
    <Select
      id={fieldId(props.name)}
      name={props.name}
      label={{ text: labelText(props) }}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      items={[...placeholder, ...props.options]}
      value={textValue(values[props.name])}
      disabled={props.disabled}
    />
  )
}
