import { choicesOf } from '#kernel/web/parts/choices.ts'
import {
  CLASS_NAMES,
  CLASSES,
  CLASSES_OF,
  GATEWAYS,
  PURPOSES,
  SHARED_KINDS,
  type DataClass,
} from '#kernel/sharing/lists.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'

export function GatewayField() {
  return (
    <SelectField name="gateway" label="Lawful gateway" placeholder="Choose the gateway" options={choicesOf(GATEWAYS)} />
  )
}

export function PurposeField() {
  return <SelectField name="purpose" label="Purpose" placeholder="Choose the purpose" options={choicesOf(PURPOSES)} />
}

export function PurposesField() {
  return <CheckboxesField name="purposes" label="Purposes" choices={choicesOf(PURPOSES)} />
}

interface ClassesFieldProps {
  readonly label: string
  /** Of which kind of record; of any, where none is named. */
  readonly kind?: string
}

export function ClassesField({ label, kind }: ClassesFieldProps) {
  const known = SHARED_KINDS.find((one) => one === kind)
  const can: readonly DataClass[] = known === undefined ? CLASS_NAMES : CLASSES_OF[known]
  const choices = can.map((value) => ({ value, text: CLASSES[value] }))
  return <CheckboxesField name="classes" label={label} choices={choices} />
}

interface AgencyFieldProps {
  readonly agencies: readonly { readonly id: number; readonly name: string }[]
}

export function AgencyField({ agencies }: AgencyFieldProps) {
  const options = agencies.map(({ id, name }) => ({ value: String(id), text: name }))
  return <SelectField name="agency" label="Agency" placeholder="Choose the agency" options={options} />
}
