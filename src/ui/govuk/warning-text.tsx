import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface WarningTextProps extends Styled {
  readonly children?: Content
  readonly iconFallbackText?: string | undefined
}

/** GOV.UK warning text. */
export function WarningText({ children, iconFallbackText, classes, attributes }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributesOf(attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span>
        {children && <> {children}</>}
      </strong>
    </div>
  )
}
