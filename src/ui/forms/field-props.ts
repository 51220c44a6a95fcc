import type { Content, Words } from '../govuk/options.ts'

/** What every field takes. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Content
  /** Says "(optional)" after the label; fields are needed unless they say so. */
  readonly optional?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

/** The label's words. */
export function labelText(props: Pick<FieldProps, 'label' | 'optional'>): string {
  return props.optional ? `${props.label} (optional)` : props.label
}

/** The hint as GOV.UK components take it. */
export function hintOption(hint: Content): Words | undefined {
  return hint ? { text: hint } : undefined
}
