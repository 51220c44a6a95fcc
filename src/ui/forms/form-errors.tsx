import { ErrorSummary } from '../govuk/error-summary.tsx'
import { errorTarget, type FieldErrors, type FieldValues } from './fields.ts'

export interface FormErrorsProps {
  readonly errors: FieldErrors
  /** What was sent: tells dates from single boxes. */
  readonly values?: FieldValues | undefined
}

/** The error summary, above the title; nothing without errors. Each error links to its field. */
export function FormErrors({ errors, values }: FormErrorsProps) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <ErrorSummary
      titleText="There is a problem"
      errorList={entries.map(([path, text]) => ({ text, href: errorTarget(path, values ?? {}) }))}
    />
  )
}
