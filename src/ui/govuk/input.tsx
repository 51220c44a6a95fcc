import { ControlGroup } from './control-group.tsx'
import {
  attributesOf,
  classNames,
  controlDescription,
  controlId,
  type ControlOptions,
  type Styled,
  type Words,
} from './options.ts'

export type InputType =
  'text' | 'email' | 'tel' | 'number' | 'password' | 'search' | 'url' | 'date' | 'datetime-local' | 'time' | 'month'

export interface InputProps extends ControlOptions {
  readonly type?: InputType | undefined
  readonly value?: string | number | boolean | null | undefined
  readonly inputmode?: string | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly prefix?: Words | undefined
  readonly suffix?: Words | undefined
  readonly inputWrapper?: Styled | undefined
}

/** GOV.UK text input. */
export function Input(props: InputProps) {
  const { prefix, suffix, formGroup, inputWrapper } = props
  const before = formGroup?.beforeInput?.text
  const after = formGroup?.afterInput?.text
  const wrapped = Boolean(prefix?.text || suffix?.text || before || after)
  const input = <InputElement {...props} />
  return (
    <ControlGroup control={props}>
      {wrapped ? (
        <div
          class={classNames('govuk-input__wrapper', inputWrapper?.classes)}
          {...attributesOf(inputWrapper?.attributes)}
        >
          {before}
          {prefix?.text ? <Affix affix={prefix} type="prefix" /> : null}
          {input}
          {suffix?.text ? <Affix affix={suffix} type="suffix" /> : null}
          {after}
        </div>
      ) : (
        input
      )}
    </ControlGroup>
  )
}

function InputElement(props: InputProps) {
  const { value } = props
  const error = props.errorMessage && 'govuk-input--error'
  return (
    <input
      class={classNames('govuk-input', props.classes, error)}
      id={controlId(props)}
      name={props.name}
      spellcheck={props.spellcheck}
      value={value === null || value === undefined || value === false ? undefined : String(value)}
      disabled={props.disabled}
      aria-describedby={controlDescription(props)}
      {...present({
        type: props.type || 'text',
        autocomplete: props.autocomplete,
        autocapitalize: props.autocapitalize,
        pattern: props.pattern,
        inputmode: props.inputmode,
      })}
      {...attributesOf(props.attributes)}
    />
  )
}

/** Only those attributes that were given. Passed loosely: the browser, not the type, knows the tokens. */
function present(attributes: Record<string, string | undefined>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) given[name] = value
  return given
}

function Affix({ affix, type }: { readonly affix: Words; readonly type: 'prefix' | 'suffix' }) {
  return (
    <div
      class={classNames(`govuk-input__${type}`, affix.classes)}
      aria-hidden="true"
      {...attributesOf(affix.attributes)}
    >
      {affix.text}
    </div>
  )
}
