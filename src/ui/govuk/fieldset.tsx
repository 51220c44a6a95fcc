import { attributesOf, classNames, type Content, type FieldsetOptions } from './options.ts'

export interface FieldsetProps extends FieldsetOptions {
  readonly role?: string | undefined
  readonly children?: Content
}

/** GOV.UK fieldset with its legend. */
export function Fieldset({ describedBy, legend, role, children, classes, attributes }: FieldsetProps) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={roleOf(role)}
      aria-describedby={describedBy || undefined}
      {...attributesOf(attributes)}
    >
      {legend?.text ? (
        <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      ) : null}
      {children}
    </fieldset>
  )
}

type FieldsetRole = 'group' | 'none' | 'presentation' | 'radiogroup'

function roleOf(role: string | undefined): FieldsetRole | undefined {
  return role === 'group' || role === 'none' || role === 'presentation' || role === 'radiogroup' ? role : undefined
}
