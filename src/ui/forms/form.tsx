import type { Content } from '../govuk/options.ts'
import { FormContext, type FieldErrors, type FieldValues } from './fields.ts'

export interface FormProps {
  readonly action: string
  /** "post" if left out. A get form sends none of the hidden fields. */
  readonly method?: 'get' | 'post' | undefined
  /** Sent as `_csrf`. */
  readonly csrf?: string | undefined
  /** Sent as `_key`: the same key twice is one act. */
  readonly idempotencyKey?: string | undefined
  /** Sent as `_version`: what the reader saw when they began. */
  readonly version?: number | undefined
  /** Sent as `_draft`: which draft this becomes, and ceases to be once accepted. */
  readonly draftKey?: string | undefined
  /** Where the autosave island posts the draft. */
  readonly draftUrl?: string | undefined
  readonly errors?: FieldErrors | undefined
  readonly values?: FieldValues | undefined
  /** There is a file field. */
  readonly multipart?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: Content
}

/** A form. Its fields read their errors and values from it; what the browser would say of them is left to the server. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post'
  return (
    <form
      action={props.action}
      method={method}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      id={props.id}
      class={props.class}
      noValidate
      data-draft-url={props.draftUrl}
    >
      {method === 'post' && (
        <>
          <HiddenField name="_csrf" value={props.csrf} />
          <HiddenField name="_key" value={props.idempotencyKey} />
          <HiddenField name="_version" value={props.version} />
          <HiddenField name="_draft" value={props.draftKey} />
        </>
      )}
      <FormContext.Provider value={{ errors: props.errors ?? {}, values: props.values ?? {} }}>
        {props.children}
      </FormContext.Provider>
      {props.draftUrl && <p class="fp-draft" role="status" data-draft-status />}
    </form>
  )
}

export interface HiddenFieldProps {
  readonly name: string
  /** Left out: no field at all. */
  readonly value?: string | number | undefined
}

/** A value that goes with the form unseen. */
export function HiddenField({ name, value }: HiddenFieldProps) {
  return value === undefined ? null : <input type="hidden" name={name} value={value} />
}
