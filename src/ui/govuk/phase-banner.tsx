import { attributesOf, classNames, type Content, type Styled, type Words } from './options.ts'
import { Tag } from './tag.tsx'

export interface PhaseBannerProps extends Styled {
  readonly tag?: Words | undefined
  readonly children?: Content
}

/** GOV.UK phase banner. */
export function PhaseBanner({ tag, children, classes, attributes }: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attributesOf(attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', tag?.classes)}>{tag?.text}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
