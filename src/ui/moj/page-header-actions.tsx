import { Button, type ButtonProps } from '../govuk/button.tsx'
import { attributesOf, classNames, type Styled, type Words } from '../govuk/options.ts'

export interface PageHeaderActionsProps extends Styled {
  readonly heading: Words & { readonly level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined }
  readonly items?: readonly ButtonProps[] | undefined
}

/** MoJ page header actions: a heading with buttons at its side. */
export function PageHeaderActions({ heading, items, classes, attributes }: PageHeaderActionsProps) {
  const Heading = `h${heading.level ?? 1}` as const
  return (
    <div class={classNames('moj-page-header-actions', classes)} {...attributesOf(attributes)}>
      <div class="moj-page-header-actions__title">
        <Heading class={heading.classes ?? 'govuk-heading-xl'}>{heading.text}</Heading>
      </div>
      {items && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {items.map((item) => (
              <Button {...item} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
