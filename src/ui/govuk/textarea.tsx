import { ControlGroup } from './control-group.tsx'
import { attributesOf, classNames, controlDescription, controlId, type ControlOptions } from './options.ts'

export interface TextareaProps extends ControlOptions {
  readonly value?: string | undefined
  readonly rows?: string | number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
}

/** GOV.UK textarea. */
export function Textarea(props: TextareaProps) {
  const error = props.errorMessage && 'govuk-textarea--error'
  return (
    <ControlGroup control={props}>
      {props.formGroup?.beforeInput?.text}
      <textarea
        class={classNames('govuk-textarea', error, props.classes)}
        id={controlId(props)}
        name={props.name}
        rows={Number(props.rows || 5)}
        spellcheck={props.spellcheck}
        disabled={props.disabled || undefined}
        aria-describedby={controlDescription(props)}
        autocomplete={props.autocomplete || undefined}
        {...attributesOf(props.attributes)}
      >
        {props.value}
      </textarea>
      {props.formGroup?.afterInput?.text}
    </ControlGroup>
  )
}
