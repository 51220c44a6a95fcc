import type { ComponentChildren } from 'preact'
import type { PageContext } from '#platform/http/routes.ts'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'

interface ActFormProps {
  readonly context: PageContext
  /** The page's own address if left out. */
  readonly action?: string
  /** What the button says. */
  readonly submit: string
  readonly cancel: string
  readonly version?: number
  /** What stands now; what was typed goes before it. */
  readonly stored?: Readonly<Record<string, unknown>>
  readonly draft?: string
  readonly multipart?: boolean
  readonly wide?: boolean
  readonly children?: ComponentChildren
}

/** A form that is sent to its own address, with everything that goes with it unseen. */
export function ActForm(props: ActFormProps) {
  const { context } = props
  const typed = Object.keys(context.errors).length > 0
  return (
    <Form
      action={props.action ?? context.url.split('?')[0] ?? ''}
      csrf={context.csrf}
      idempotencyKey={context.key}
      version={props.version}
      draftKey={props.draft}
      draftUrl={props.draft === undefined ? undefined : '/api/draft/save'}
      errors={context.errors}
      values={typed ? context.values : { ...props.stored, ...context.values }}
      multipart={props.multipart}
      class={props.wide === true ? undefined : 'fp-prose'}
    >
      {props.children}
      <FormActions submit={props.submit} cancel={{ href: props.cancel }} />
    </Form>
  )
}
