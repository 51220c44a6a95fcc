import { TextField, type TextFieldProps } from './text-field.tsx'
import { fieldId } from './fields.ts'

export interface SuggestFieldProps extends TextFieldProps {
  /** Answers `?q=` with JSON `{ choices: [{ value, label, about, why }] }`. */
  readonly source: string
}

/**
 * A text field that lists what may be meant while one types (the island `suggest`). What is chosen stands in the field as its
 * `value`, and in words under it. Without script it is a text field: the server reads what was typed.
 */
export function SuggestField({ source, ...field }: SuggestFieldProps) {
  return (
    <div class="fp-suggest" data-suggest={source} data-suggest-field={fieldId(field.name)}>
      <TextField {...field} />
      <p class="fp-suggest__chosen" role="status" data-suggest-status />
    </div>
  )
}

export interface SuggestLinksProps {
  readonly source: string
  /** The fields of the form whose words together are looked for. */
  readonly from: readonly string[]
  /** What the list is called once there is one. */
  readonly title: string
}

/** A list of links to what may be meant, while the fields of a form are filled in. Nothing at all without script. */
export function SuggestLinks({ source, from, title }: SuggestLinksProps) {
  return (
    <div
      class="fp-suggest-links"
      role="status"
      data-suggest={source}
      data-suggest-from={from.map(fieldId).join(' ')}
      data-suggest-title={title}
    />
  )
}
