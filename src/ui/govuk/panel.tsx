import { Button } from './button.tsx'
import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface PanelAction extends Styled {
  readonly text?: Content
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
}

export interface PanelProps extends Styled {
  readonly titleText?: Content
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly children?: Content
  /** Only for `govuk-panel--interruption`. */
  readonly actions?: (Styled & { readonly items?: readonly PanelAction[] | undefined }) | undefined
}

/** GOV.UK panel: it is done, and this is its number; or an interruption with what to do. */
export function Panel({ titleText, headingLevel, children, actions, classes, attributes }: PanelProps) {
  const interruption = classes?.includes('govuk-panel--interruption') ?? false
  const Heading = `h${headingLevel || 1}` as const
  return (
    <div
      class={classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', classes)}
      {...attributesOf(attributes)}
    >
      <Heading class="govuk-panel__title">{titleText}</Heading>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
      {interruption && actions ? (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...attributesOf(actions.attributes)}>
          {actions.items?.length ? (
            <div class="govuk-button-group">
              {actions.items.map((action, index) => (
                <>
                  {index > 0 && ' '}
                  <Action {...action} />
                </>
              ))}
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function Action({ text, href, type, classes, attributes }: PanelAction) {
  if (href && type !== 'button') {
    return (
      <a class={classNames('govuk-link govuk-link--inverse', classes)} href={href} {...attributesOf(attributes)}>
        {text}
      </a>
    )
  }
  return (
    <Button
      type={type || 'button'}
      classes={classNames('govuk-button--inverse', classes)}
      href={href}
      attributes={attributes}
    >
      {text}
    </Button>
  )
}
