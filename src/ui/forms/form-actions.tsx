import { Button } from '../govuk/button.tsx'
import type { Content } from '../govuk/options.ts'

export interface FormActionsProps {
  /** What the button does, in words: "Save unit". */
  readonly submit: string
  /** Sent with it, where a form has more than one button: which was pressed. */
  readonly as?: { readonly name: string; readonly value: string } | undefined
  readonly cancel?: { readonly href: string; readonly text?: string | undefined } | undefined
  /** It cannot be undone: the button is red. */
  readonly warning?: boolean | undefined
  readonly children?: Content
}

/** The end of a form: the one button, and the way out. */
export function FormActions({ submit, as, cancel, warning, children }: FormActionsProps) {
  return (
    <div class="govuk-button-group">
      <Button preventDoubleClick {...as} classes={warning ? 'govuk-button--warning' : undefined}>
        {submit}
      </Button>
      {children}
      {cancel && (
        <a class="govuk-link" href={cancel.href}>
          {cancel.text ?? 'Cancel'}
        </a>
      )}
    </div>
  )
}
