import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What is wrong, by field path ("name", "starts-day", "people.0.name"); a path beginning with "_" is about the whole form. */
export type FieldErrors = Readonly<Record<string, string>>

/** What the form holds, by field name, as it was sent or as it is stored. */
export type FieldValues = Readonly<Record<string, unknown>>

export interface FormState {
  readonly errors: FieldErrors
  readonly values: FieldValues
}

const noState: FormState = { errors: {}, values: {} }

/** The errors and values of the form around a field. */
export const FormContext = createContext<FormState>(noState)

export function useForm(): FormState {
  return useContext(FormContext)
}

/**
 * The id of the control of a field: the one place where ids come from, so that a link in the error summary always lands.
 * Prefixed, so that no field's name can be the id of a part of the page.
 */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/-+$/, '')}`
}

export type DatePart = 'day' | 'month' | 'year'

/** The name of one box of a date field: "starts" and "day" give "starts-day". */
export function datePartName(name: string, part: DatePart): string {
  return `${name}-${part}`
}

/**
 * Where a link about a field goes: to its control, and for a date to its day box (whatever the browser sends for a date
 * has its three boxes in the values). Undefined for what is about the whole form.
 */
export function errorTarget(path: string, values: FieldValues): string | undefined {
  if (path === '' || path.startsWith('_')) return undefined
  const day = datePartName(path, 'day')
  return `#${fieldId(day in values ? day : path)}`
}

/** A value as the text of a control: numbers and booleans written out, anything else that is not text left empty. */
export function textValue(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}

/** A value as the list of what is ticked. */
export function listValue(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textValue)
  const text = textValue(value)
  return text === '' ? [] : [text]
}

/** The error of a field as GOV.UK components take it. */
export function errorOption(errors: FieldErrors, name: string): { readonly text: string } | undefined {
  const text = errors[name]
  return text ? { text } : undefined
}
