import type { ComponentChildren } from 'preact'
import type { PageContext } from '#platform/http/routes.ts'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'

interface ImportFormProps {
  readonly context: PageContext
  /** The page's own address if left out. */
  readonly action?: string
  /** What the button says. */
  readonly submit: string
  readonly cancel: string
  /** What stands now; what was typed goes before it. */
  readonly stored?: Readonly<Record<string, unknown>>
  readonly draft: string
  readonly multipart?: boolean
  readonly children?: ComponentChildren
}

/** A form of the import, as wide as what is to be looked at; what is typed is kept as a draft. */
export function ImportForm(props: ImportFormProps) {
  const { context } = props
  const typed = Object.keys(context.errors).length > 0
  return (
    <Form
      action={props.action ?? context.url.split('?')[0] ?? ''}
      csrf={context.csrf}
      idempotencyKey={context.key}
      draftKey={props.draft}
      draftUrl="/api/draft/save"
      errors={context.errors}
      values={typed ? context.values : { ...props.stored, ...context.values }}
      multipart={props.multipart}
      class="fp-form-wide"
    >
      {props.children}
      <FormActions submit={props.submit} cancel={{ href: props.cancel }} />
    </Form>
  )
}
