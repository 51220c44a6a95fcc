import { DateInput } from '../govuk/date-input.tsx'
import { hintOption, labelText, type FieldProps } from './field-props.ts'
import { datePartName, fieldId, textValue, useForm, type DatePart } from './fields.ts'

const parts = ['day', 'month', 'year'] as const satisfies readonly DatePart[]
const labels = { day: 'Day', month: 'Month', year: 'Year' } as const satisfies Record<DatePart, string>

/**
 * A civil date in three boxes, sent as NAME-day, NAME-month, NAME-year. An error under NAME is about the whole date, one
 * under NAME-month about that box. A stored value may stand under NAME as "2026-11-23".
 */
export function DateField(props: FieldProps) {
  const { errors, values } = useForm()
  const stored = /^(\d{4})-(\d{2})-(\d{2})$/.exec(textValue(values[props.name]))
  const storedParts: Record<DatePart, string> = {
    day: String(Number(stored?.[3] ?? '') || ''),
    month: String(Number(stored?.[2] ?? '') || ''),
    year: stored?.[1] ?? '',
  }
  const wrong = parts.filter((part) => errors[datePartName(props.name, part)])
  const message = errors[props.name] ?? wrong.map((part) => errors[datePartName(props.name, part)]).find(Boolean)
  return (
    // The group can take the focus, so that a link to the date as a whole lands even where its boxes are not known.
    <DateInput
      id={fieldId(props.name)}
      attributes={{ tabindex: -1 }}
      fieldset={{ legend: { text: labelText(props), classes: 'govuk-fieldset__legend--s' } }}
      hint={hintOption(props.hint)}
      errorMessage={message ? { text: message } : undefined}
      items={parts.map((part) => {
        const name = datePartName(props.name, part)
        return {
          id: fieldId(name),
          name,
          label: labels[part],
          value: name in values ? textValue(values[name]) : storedParts[part],
          classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
          error: wrong.length > 0 ? wrong.includes(part) : undefined,
        }
      })}
    />
  )
}
