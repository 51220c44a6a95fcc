import { Input, type InputType } from '../govuk/input.tsx'
import { classNames, type Content } from '../govuk/options.ts'
import { hintOption, labelText, type FieldProps, type FieldWidth } from './field-props.ts'
import { errorOption, fieldId, textValue, useForm } from './fields.ts'

export interface TextFieldProps extends FieldProps {
  readonly type?: InputType | undefined
  /** In characters; the whole column if left out. */
  readonly width?: FieldWidth | undefined
  /** Set in the mono face: references, vehicle marks, codes. */
  readonly mono?: boolean | undefined
  readonly prefix?: Content
  readonly suffix?: Content
  readonly autocomplete?: string | undefined
  readonly inputmode?: string | undefined
  readonly spellcheck?: boolean | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { errors, values } = useForm()
  return (
    <Input
      id={fieldId(props.name)}
      name={props.name}
      label={{ text: labelText(props) }}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      value={textValue(values[props.name])}
      type={props.type}
      classes={classNames(props.width && `govuk-input--width-${props.width}`, props.mono && 'fp-mono')}
      prefix={props.prefix ? { text: props.prefix } : undefined}
      suffix={props.suffix ? { text: props.suffix } : undefined}
      autocomplete={props.autocomplete ?? 'off'}
      inputmode={props.inputmode}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
    />
  )
}
