import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface BackLinkProps extends Styled {
  readonly href?: string | undefined
  readonly children?: Content
}

/** GOV.UK back link: to the page before, above the title. */
export function BackLink({ href, children, classes, attributes }: BackLinkProps) {
  return (
    <a href={href || '#'} class={classNames('govuk-back-link', classes)} {...attributesOf(attributes)}>
      {children || 'Back'}
    </a>
  )
}
