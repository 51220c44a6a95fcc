import { ControlsGroup, controlsDescription } from './control-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import {
  attributesOf,
  classNames,
  idList,
  type Attributes,
  type Content,
  type ControlsGroupOptions,
  type ErrorMessageOptions,
  type FieldsetOptions,
  type Maybe,
  type Styled,
  type Words,
} from './options.ts'

export interface CheckboxItem {
  readonly value?: string | number | boolean | undefined
  readonly text?: Content
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly label?: Styled | undefined
  readonly hint?: Words | undefined
  readonly divider?: string | undefined
  readonly checked?: boolean | null | undefined
  readonly disabled?: boolean | undefined
  readonly conditional?: Maybe<Words>
  /** "exclusive": unticks the others. */
  readonly behaviour?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface CheckboxesProps extends Styled {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly items?: readonly Maybe<CheckboxItem>[] | undefined
  readonly values?: readonly unknown[] | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: Words | undefined
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: ControlsGroupOptions | undefined
  readonly describedBy?: string | undefined
}

/** GOV.UK checkboxes. The first box's id has no number, so that the error summary can link to it. */
export function Checkboxes(props: CheckboxesProps) {
  const { fieldset, hint, errorMessage, formGroup, describedBy, items } = props
  const idPrefix = props.idPrefix || props.name
  const group = { id: idPrefix, fieldset, hint, errorMessage, formGroup, describedBy }
  const itemDescription = fieldset ? undefined : controlsDescription(group)
  return (
    <ControlsGroup {...group}>
      <div
        class={classNames('govuk-checkboxes', props.classes)}
        {...attributesOf(props.attributes)}
        data-module="govuk-checkboxes"
      >
        {formGroup?.beforeInputs?.text}
        {items?.map(
          (item, index) =>
            item && (
              <Item
                item={item}
                id={item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix)}
                name={item.name || props.name}
                checked={Boolean(item.checked ?? props.values?.includes(item.value))}
                describedBy={itemDescription}
              />
            ),
        )}
        {formGroup?.afterInputs?.text}
      </div>
    </ControlsGroup>
  )
}

interface ItemProps {
  readonly item: CheckboxItem
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy: string | undefined
}

function Item({ item, id, name, checked, describedBy }: ItemProps) {
  if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const hintId = `${id}-item-hint`
  const conditional = item.conditional ? item.conditional.text : undefined
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={String(item.value ?? '')}
          checked={checked}
          disabled={item.disabled || undefined}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={idList(describedBy, item.hint?.text ? hintId : undefined)}
          {...attributesOf(item.attributes)}
        />
        <Label
          for={id}
          classes={classNames('govuk-checkboxes__label', item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {item.hint?.text ? (
          <Hint
            id={hintId}
            classes={classNames('govuk-checkboxes__hint', item.hint.classes)}
            attributes={item.hint.attributes}
          >
            {item.hint.text}
          </Hint>
        ) : null}
      </div>
      {conditional ? (
        <div
          class={classNames('govuk-checkboxes__conditional', !checked && 'govuk-checkboxes__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      ) : null}
    </>
  )
}
