import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'

interface FrameworkSwitchProps {
  readonly action: string
  readonly framework: { readonly code: string; readonly note: string; readonly mark: string }
  readonly frameworks: readonly { readonly code: string; readonly name: string }[]
}

/** Which framework's questions are asked; all of them are data. */
export function FrameworkSwitch({ action, framework, frameworks }: FrameworkSwitchProps) {
  return (
    <>
      <FilterBar action={action} values={{ framework: framework.code }}>
        <SelectField
          name="framework"
          label="Framework"
          options={frameworks.map(({ code, name }) => ({ value: code, text: name }))}
        />
      </FilterBar>
      <p class="fp-second">
        {framework.note}
        {framework.mark !== 'seen' && ` (${framework.mark})`}
      </p>
    </>
  )
}
