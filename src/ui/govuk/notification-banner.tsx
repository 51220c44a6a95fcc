import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface NotificationBannerProps extends Styled {
  /** One line, set as the banner's heading. */
  readonly text?: string | undefined
  /** Markup in place of the one line. */
  readonly children?: Content
  readonly titleText?: Content
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly titleId?: string | undefined
  readonly type?: string | undefined
  readonly role?: 'alert' | 'region' | 'banner' | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** GOV.UK notification banner; of type "success" it is read out at once and takes the focus. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel || 2}` as const
  return (
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={props.role || (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...attributesOf(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children || (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}
