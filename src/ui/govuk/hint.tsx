import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface HintProps extends Styled {
  readonly id?: string | undefined
  readonly children?: Content
}

/** GOV.UK hint: help that most people need, between label and control. */
export function Hint({ id, children, classes, attributes }: HintProps) {
  return (
    <div id={id || undefined} class={classNames('govuk-hint', classes)} {...attributesOf(attributes)}>
      {children}
    </div>
  )
}
