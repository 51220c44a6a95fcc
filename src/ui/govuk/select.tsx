import { ControlGroup } from './control-group.tsx'
import {
  attributesOf,
  classNames,
  controlDescription,
  controlId,
  type Attributes,
  type ControlOptions,
  type Maybe,
} from './options.ts'

type SelectValue = string | number | boolean | null | undefined

export interface SelectItem {
  /** The text if left out. */
  readonly value?: SelectValue
  readonly text: string
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends ControlOptions {
  readonly items?: readonly Maybe<SelectItem>[] | undefined
  readonly value?: SelectValue
}

/** GOV.UK select. */
export function Select(props: SelectProps) {
  const error = props.errorMessage && 'govuk-select--error'
  return (
    <ControlGroup control={props}>
      {props.formGroup?.beforeInput?.text}
      <select
        class={classNames('govuk-select', props.classes, error)}
        id={controlId(props)}
        name={props.name}
        disabled={props.disabled || undefined}
        aria-describedby={controlDescription(props)}
        {...attributesOf(props.attributes)}
      >
        {props.items?.map(
          (item) =>
            item && (
              <option
                value={item.value === undefined ? undefined : String(item.value ?? '')}
                selected={isSelected(item, props.value) || undefined}
                disabled={item.disabled || undefined}
                {...attributesOf(item.attributes)}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
      {props.formGroup?.afterInput?.text}
    </ControlGroup>
  )
}

function isSelected(item: SelectItem, value: SelectValue): boolean {
  if (item.selected !== undefined) return item.selected
  return value ? String(item.value === undefined ? item.text : item.value) === String(value) : false
}
