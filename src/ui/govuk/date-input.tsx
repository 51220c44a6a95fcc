import { ControlsGroup } from './control-group.tsx'
import { Input } from './input.tsx'
import {
  attributesOf,
  classNames,
  type Attributes,
  type ControlsGroupOptions,
  type ErrorMessageOptions,
  type FieldsetOptions,
  type Maybe,
  type Styled,
  type Words,
} from './options.ts'

export interface DateInputItem {
  readonly name?: string | undefined
  readonly id?: string | undefined
  /** The name with a capital if left out. */
  readonly label?: string | undefined
  readonly value?: string | number | undefined
  readonly classes?: string | undefined
  /** This part is wrong; if no part says so, all are shown as wrong when there is an error message. */
  readonly error?: boolean | undefined
  readonly inputmode?: string | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface DateInputProps extends Styled {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly items?: readonly Maybe<DateInputItem>[] | undefined
  readonly day?: DateInputItem | undefined
  readonly month?: DateInputItem | undefined
  readonly year?: DateInputItem | undefined
  /** By field name, prefix included. */
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Words | undefined
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: ControlsGroupOptions | undefined
}

type Part = 'day' | 'month' | 'year'

/** GOV.UK date input: day, month and year in three boxes. */
export function DateInput(props: DateInputProps) {
  const { id, fieldset, hint, errorMessage, formGroup, values } = props
  const parts: Record<Part, DateInputItem> = {
    day: props.day ?? { name: 'day', value: values?.['day'], classes: 'govuk-input--width-2' },
    month: props.month ?? { name: 'month', value: values?.['month'], classes: 'govuk-input--width-2' },
    year: props.year ?? { name: 'year', value: values?.['year'], classes: 'govuk-input--width-4' },
  }
  const items = props.items?.length ? props.items : [parts.day, parts.month, parts.year]
  const anyHasError = items.some((item) => item && hasError(item))
  return (
    <ControlsGroup
      id={id}
      fieldset={fieldset}
      role="group"
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div
        class={classNames('govuk-date-input', props.classes)}
        {...attributesOf(props.attributes)}
        id={id || undefined}
      >
        {formGroup?.beforeInputs?.text}
        {items.map((item) => {
          if (!item) return null
          const part = partOf(item, parts)
          const name = item.name ?? part ?? ''
          const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
          const wrong = hasError(item) || (item.error !== false && Boolean(errorMessage) && !anyHasError)
          return (
            <div class="govuk-date-input__item">
              <Input
                label={{ text: item.label || capitalised(name), classes: 'govuk-date-input__label' }}
                id={item.id || `${id}-${name}`}
                classes={classNames(
                  'govuk-date-input__input',
                  wrong && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
                  !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
                  item.classes,
                )}
                name={fullName}
                value={item.value ?? (part && parts[part].value) ?? values?.[fullName]}
                type="text"
                inputmode={item.inputmode || 'numeric'}
                autocomplete={item.autocomplete}
                pattern={item.pattern}
                attributes={item.attributes}
              />
            </div>
          )
        })}
        {formGroup?.afterInputs?.text}
      </div>
    </ControlsGroup>
  )
}

function hasError(item: DateInputItem): boolean {
  return Boolean(item.error) || Boolean(item.classes?.includes('govuk-input--error'))
}

function partOf(item: DateInputItem, parts: Record<Part, DateInputItem>): Part | undefined {
  for (const part of ['day', 'month', 'year'] as const) {
    if (item === parts[part] || (item.name && (item.name === part || item.name === parts[part].name))) return part
  }
  return undefined
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
}
