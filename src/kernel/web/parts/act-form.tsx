import type { ComponentChildren } from 'preact'
import type { PageContext } from '#platform/http/routes.ts'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'

interface ActFormProps {
  readonly context: PageContext
  /** What the button says. */
  readonly submit: string
  /** Sent with it, where there are `more` buttons: which was pressed. */
  readonly as?: { readonly name: string; readonly value: string }
  /** Further buttons beside it. */
  readonly more?: ComponentChildren
  readonly cancel: string
  readonly version?: number
  /** What stands now; what was typed goes before it. */
  readonly stored?: Readonly<Record<string, unknown>>
  /** The form keeps a draft under its own address: give `islands: ['autosave']` to the view as well. */
  readonly drafts?: boolean
  readonly multipart?: boolean
  readonly warning?: boolean
  readonly children?: ComponentChildren
}

/** A form that is sent to its own address, with everything that goes with it unseen. */
export function ActForm(props: ActFormProps) {
  const { context } = props
  // Once it was sent, what was typed is all there is: a box that was unticked is not among it.
  const typed = Object.keys(context.errors).length > 0
  const path = context.url.split('?')[0] ?? ''
  return (
    <Form
      action={path}
      csrf={context.csrf}
      idempotencyKey={context.key}
      version={props.version}
      draftKey={props.drafts === true ? path : undefined}
      draftUrl={props.drafts === true ? '/api/draft/save' : undefined}
      errors={context.errors}
      values={typed ? context.values : { ...props.stored, ...context.values }}
      multipart={props.multipart}
      class="fp-prose"
    >
      {props.children}
      <FormActions submit={props.submit} as={props.as} cancel={{ href: props.cancel }} warning={props.warning}>
        {props.more}
      </FormActions>
    </Form>
  )
}
