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
      value={keepFirstLine(textValue(values[props.name]))}
      rows={props.rows}
      disabled={props.disabled}
    />
  )
}

/** A browser drops the first line break inside a text area, so an empty first line would be lost at each saving. */
function keepFirstLine(text: string): string {
  return /^\r?\n/.test(text) ? `\n${text}` : text
}
