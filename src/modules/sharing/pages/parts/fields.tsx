import { CLASSES, GATEWAYS, PURPOSES } from '#kernel/sharing/lists.ts'
import { keysOf } from '#platform/edge.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'

function choicesOf(of: Readonly<Record<string, string>>) {
  return keysOf(of).map((value) => ({ value, text: of[value] ?? value }))
}

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

export function ClassesField({ label }: { readonly label: string }) {
  return <CheckboxesField name="classes" label={label} choices={choicesOf(CLASSES)} />
}

interface AgencyFieldProps {
  readonly agencies: readonly { readonly id: number; readonly name: string }[]
}

export function AgencyField({ agencies }: AgencyFieldProps) {
  const options = agencies.map(({ id, name }) => ({ value: String(id), text: name }))
  return <SelectField name="agency" label="Agency" placeholder="Choose the agency" options={options} />
}
