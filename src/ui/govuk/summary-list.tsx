import { attributesOf, classNames, type Content, type Maybe, type Styled, type Words } from './options.ts'

export interface SummaryAction extends Words {
  readonly href?: string | undefined
  readonly visuallyHiddenText?: string | undefined
}

export interface SummaryActions extends Styled {
  readonly items?: readonly SummaryAction[] | undefined
}

export interface SummaryRow {
  readonly classes?: string | undefined
  readonly key?: Words | undefined
  readonly value?: Words | undefined
  readonly actions?: SummaryActions | undefined
}

type CardTitle = Words & { readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined }

export interface SummaryCardOptions extends Styled {
  readonly title?: CardTitle | undefined
  readonly actions?: SummaryActions | undefined
}

export interface SummaryListProps extends Styled {
  readonly rows?: readonly Maybe<SummaryRow>[] | undefined
  readonly card?: SummaryCardOptions | undefined
}

/** GOV.UK summary list: names and values with what can be done about each; in a card if wanted. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows?.some((row) => row && row.actions?.items?.length) ?? false
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributesOf(attributes)}>
      {rows?.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={card?.title} />)}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}

interface RowProps {
  readonly row: SummaryRow
  readonly anyActions: boolean
  readonly cardTitle: CardTitle | undefined
}

function Row({ row, anyActions, cardTitle }: RowProps) {
  const noActions = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions'
  const actions = row.actions?.items ?? []
  return (
    <div class={classNames('govuk-summary-list__row', noActions, row.classes)}>
      <dt class={classNames('govuk-summary-list__key', row.key?.classes)}>{row.key?.text}</dt>
      <dd class={classNames('govuk-summary-list__value', row.value?.classes)}>{row.value?.text}</dd>
      {actions.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', row.actions?.classes)}>
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function Card({ card, children }: { readonly card: SummaryCardOptions; readonly children: Content }) {
  const { title } = card
  const Heading = `h${title?.headingLevel || 2}` as const
  const actions = card.actions?.items ?? []
  const actionsClass = classNames('govuk-summary-card__actions', card.actions?.classes)
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...attributesOf(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classNames('govuk-summary-card__title', title.classes)}>{title.text}</Heading>}
        {actions.length === 1 && (
          <div class={actionsClass}>
            {actions.map((action) => (
              <ActionLink action={action} cardTitle={title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function ActionLink({
  action,
  cardTitle,
}: {
  readonly action: SummaryAction
  readonly cardTitle: CardTitle | undefined
}) {
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href ?? ''} {...attributesOf(action.attributes)}>
      {action.text}
      {action.visuallyHiddenText || cardTitle ? (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null}
          {cardTitle ? <> ({cardTitle.text})</> : null}
        </span>
      ) : null}
    </a>
  )
}
