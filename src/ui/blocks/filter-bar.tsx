import { Form } from '../forms/form.tsx'
import type { FieldErrors, FieldValues } from '../forms/fields.ts'
import { Button } from '../govuk/button.tsx'
import type { Content } from '../govuk/options.ts'

export interface FilterBarProps {
  readonly action: string
  readonly values: FieldValues
  readonly errors?: FieldErrors | undefined
  /** The address without filters; shown only if given, that is, when something is filtered. */
  readonly clearHref?: string | undefined
  /** What the button says; "Show" if left out. */
  readonly submit?: string | undefined
  /** Fields of `forms/`. */
  readonly children?: Content
}

/** The one-line filter above a table: a form whose answers are in the address, so that a filtered list can be linked to. */
export function FilterBar({ action, values, errors, clearHref, submit, children }: FilterBarProps) {
  return (
    <search class="fp-filter">
      <Form action={action} method="get" values={values} errors={errors} class="fp-filter__form">
        {children}
        <div class="fp-filter__actions">
          <Button classes="govuk-button--secondary">{submit ?? 'Show'}</Button>
          {clearHref && (
            <a class="govuk-link" href={clearHref}>
              Clear filters
            </a>
          )}
        </div>
      </Form>
    </search>
  )
}
