import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface ErrorMessageProps extends Styled {
  readonly id?: string | undefined
  readonly children?: Content
  readonly visuallyHiddenText?: string | false | undefined
}

/** GOV.UK error message, above the control it is about. */
export function ErrorMessage({ id, children, visuallyHiddenText, classes, attributes }: ErrorMessageProps) {
  const prefix = visuallyHiddenText ?? 'Error'
  return (
    <p id={id || undefined} class={classNames('govuk-error-message', classes)} {...attributesOf(attributes)}>
      {prefix ? (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span> {children}
        </>
      ) : (
        children
      )}
    </p>
  )
}
