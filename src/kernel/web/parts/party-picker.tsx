import type { PartyKind } from '#kernel/parties/words.ts'
import { SuggestField } from '#ui/forms/suggest-field.tsx'
import type { FieldWidth } from '#ui/forms/field-props.ts'

interface PartyPickerProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly width?: FieldWidth
  /** Of which kind it must be; of any where left out. */
  readonly kind?: PartyKind
}

/**
 * A field for somebody or something that is known: lists who it may be while one types. What is chosen is sent as the address of
 * its page (`/people/17`). Give `islands: ['suggest']` to the view.
 */
export function PartyPicker({ kind, ...field }: PartyPickerProps) {
  return (
    <SuggestField {...field} source={kind === undefined ? '/api/party/suggest' : `/api/party/suggest?kind=${kind}`} />
  )
}
