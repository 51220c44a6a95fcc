import { attributesOf, classNames, type Content, type Styled } from '../govuk/options.ts'

export interface BadgeProps extends Styled {
  readonly children?: Content
}

/** MoJ badge: a word that marks a kind of thing. */
export function Badge({ children, classes, attributes }: BadgeProps) {
  return (
    <span class={classNames('moj-badge', classes)} {...attributesOf(attributes)}>
      {children}
    </span>
  )
}
