import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface InsetTextProps extends Styled {
  readonly id?: string | undefined
  readonly children?: Content
}

/** GOV.UK inset text. */
export function InsetText({ id, children, classes, attributes }: InsetTextProps) {
  return (
    <div id={id || undefined} class={classNames('govuk-inset-text', classes)} {...attributesOf(attributes)}>
      {children}
    </div>
  )
}
