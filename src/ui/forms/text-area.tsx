import { Textarea } from '../govuk/textarea.tsx'
import { hintOption, labelText, type FieldProps } from './field-props.ts'
import { errorOption, fieldId, textValue, useForm } from './fields.ts'

export interface TextAreaProps extends FieldProps {
  readonly rows?: number | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { errors, values } = useForm()
  return (
    <Textarea
      id={fieldId(props.name)}
      name={props.name}
      label={{ text: labelText(props) }}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      value={textValue(values[props.name])}
      rows={props.rows}
      disabled={props.disabled}
    />
  )
}
