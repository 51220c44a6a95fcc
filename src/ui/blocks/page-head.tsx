import { classNames, type Content } from '../govuk/options.ts'

export interface PageAction {
  readonly text: string
  readonly href: string
}

export interface PageHeadProps {
  /** A question or a task: "Safe tonight, and ready for the inspector?". */
  readonly title: string
  /** How fresh the data is: "Data to 07:00, Monday 23 November". */
  readonly freshness?: Content
  /** What is not right with it: a feed that is late. */
  readonly warning?: Content
  readonly actions?: readonly PageAction[] | undefined
}

/** The title, one line on how fresh the data is, and what can be done from here. */
export function PageHead({ title, freshness, warning, actions }: PageHeadProps) {
  const line = Boolean(freshness || warning || actions?.length)
  return (
    <div class={classNames('fp-head', !line && 'fp-head--alone')}>
      <h1 class="fp-head__title">{title}</h1>
      {line && (
        <div class="fp-head__line">
          {freshness && <span>{freshness}</span>}
          {warning && <strong class="fp-head__warning">{warning}</strong>}
          {actions?.map((action) => (
            <a class="govuk-link" href={action.href}>
              {action.text}
            </a>
          ))}
        </div>
      )}
    </div>
  )
}
