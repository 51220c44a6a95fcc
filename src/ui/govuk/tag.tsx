import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface TagProps extends Styled {
  readonly children?: Content
}

/** GOV.UK tag. For whether a measure is held use `StateTag` in `blocks/`. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', classes)} {...attributesOf(attributes)}>
      {children}
    </strong>
  )
}
