import { attributesOf, classNames, type Attributes, type Content, type Styled } from './options.ts'

export interface ErrorSummaryItem {
  readonly text?: Content
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps extends Styled {
  readonly titleText?: Content
  readonly descriptionText?: Content
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** GOV.UK error summary, first on a page that could not be accepted; takes the focus. */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...attributesOf(props.attributes)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {props.descriptionText ? <p>{props.descriptionText}</p> : null}
          {props.errorList?.length ? (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...attributesOf(item.attributes)}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}
