import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface LabelProps extends Styled {
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
  readonly children?: Content
}

/** GOV.UK label; nothing at all without words. */
export function Label({ for: target, isPageHeading, children, classes, attributes }: LabelProps) {
  if (!children) return null
  const label = (
    <label class={classNames('govuk-label', classes)} {...attributesOf(attributes)} for={target || undefined}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
