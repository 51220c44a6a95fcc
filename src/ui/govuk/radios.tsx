import { ControlsGroup } from './control-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import {
  attributesOf,
  classNames,
  type Attributes,
  type Content,
  type ControlsGroupOptions,
  type ErrorMessageOptions,
  type FieldsetOptions,
  type Maybe,
  type Styled,
  type Words,
} from './options.ts'

type RadioValue = string | number | boolean | null | undefined

export interface RadioItem {
  readonly value?: RadioValue
  readonly text?: Content
  readonly id?: string | undefined
  readonly label?: Styled | undefined
  readonly hint?: Words | undefined
  readonly divider?: string | undefined
  readonly checked?: boolean | null | undefined
  readonly disabled?: boolean | undefined
  readonly conditional?: Maybe<Words>
  readonly attributes?: Attributes | undefined
}

export interface RadiosProps extends Styled {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly items?: readonly Maybe<RadioItem>[] | undefined
  readonly value?: RadioValue
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Words | undefined
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: ControlsGroupOptions | undefined
}

/** GOV.UK radios. The first one's id has no number, so that the error summary can link to it. */
export function Radios(props: RadiosProps) {
  const { fieldset, hint, errorMessage, formGroup, items, name, value } = props
  const idPrefix = props.idPrefix || name
  return (
    <ControlsGroup id={idPrefix} fieldset={fieldset} hint={hint} errorMessage={errorMessage} formGroup={formGroup}>
      <div
        class={classNames('govuk-radios', props.classes)}
        {...attributesOf(props.attributes)}
        data-module="govuk-radios"
      >
        {formGroup?.beforeInputs?.text}
        {items?.map(
          (item, index) =>
            item && (
              <Item
                item={item}
                id={item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix)}
                name={name}
                checked={item.checked ?? (value ? String(item.value) === String(value) : false)}
              />
            ),
        )}
        {formGroup?.afterInputs?.text}
      </div>
    </ControlsGroup>
  )
}

interface ItemProps {
  readonly item: RadioItem
  readonly id: string
  readonly name: string
  readonly checked: boolean
}

function Item({ item, id, name, checked }: ItemProps) {
  if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>
  const hintId = `${id}-item-hint`
  const conditional = item.conditional ? item.conditional.text : undefined
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={String(item.value ?? '')}
          checked={checked}
          disabled={item.disabled || undefined}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={item.hint?.text ? hintId : undefined}
          {...attributesOf(item.attributes)}
        />
        <Label
          for={id}
          classes={classNames('govuk-radios__label', item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {item.hint?.text ? (
          <Hint
            id={hintId}
            classes={classNames('govuk-radios__hint', item.hint.classes)}
            attributes={item.hint.attributes}
          >
            {item.hint.text}
          </Hint>
        ) : null}
      </div>
      {conditional ? (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      ) : null}
    </>
  )
}
