import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface DetailsProps extends Styled {
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly summaryText?: Content
  readonly children?: Content
}

/** GOV.UK details: words that open to more words. */
export function Details({ id, open, summaryText, children, classes, attributes }: DetailsProps) {
  return (
    <details
      id={id || undefined}
      class={classNames('govuk-details', classes)}
      {...attributesOf(attributes)}
      open={open || undefined}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
