import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface SkipLinkProps extends Styled {
  readonly href?: string | undefined
  readonly children?: Content
}

/** GOV.UK skip link: first thing on the page for the keyboard. */
export function SkipLink({ href, children, classes, attributes }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classNames('govuk-skip-link', classes)}
      {...attributesOf(attributes)}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  )
}
