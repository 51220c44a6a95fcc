import { formatMonth, isCivilMonth } from '#calculations/calendar/civil-month.ts'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import type { FieldErrors } from '#ui/forms/fields.ts'
import type { AreaKind } from '#kernel/areas/kinds.ts'
import type { LoadedModel, Shown } from '../queries/model.ts'
import { SOURCE_WORDS } from '../rules/precision-words.ts'
import { WHATS, whatWords } from '../rules/what.ts'
import { kindPlural, monthOptions } from './words.ts'

interface LevelsFilterProps {
  readonly action: string
  readonly loaded: LoadedModel
  readonly shown: Shown
  /** The kind of areas shown; left out where the page is not about areas. */
  readonly by?: AreaKind | null
  /** Goes along unseen. */
  readonly hidden?: Readonly<Record<string, string | number | null>>
  readonly errors?: FieldErrors
}

/** What, when, and by which areas: the same bar on every page of levels. */
export function LevelsFilter({ action, loaded, shown, by, hidden = {}, errors }: LevelsFilterProps) {
  const months = monthOptions(loaded.months)
  const values = { what: shown.what, from: shown.from, to: shown.to, source: shown.source, by: by ?? '' }
  return (
    <FilterBar action={action} values={values} errors={errors}>
      <SelectField name="what" label="What" options={WHATS.map((what) => ({ value: what, text: whatWords(what) }))} />
      <SelectField name="from" label="From" options={withChosen(months, shown.from)} />
      <SelectField name="to" label="To" options={withChosen(months, shown.to)} />
      {by !== undefined && loaded.kinds.length > 0 && (
        <SelectField
          name="by"
          label="Areas by"
          options={loaded.kinds.map((kind) => ({ value: kind, text: kindPlural(kind) }))}
        />
      )}
      {loaded.sources.length > 1 && (
        <SelectField
          name="source"
          label="Source"
          options={loaded.sources.map((source) => ({ value: source, text: SOURCE_WORDS[source] }))}
        />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField name={name} value={value ?? undefined} />
      ))}
    </FilterBar>
  )
}

/** A month beyond those loaded that the address names stays chosen, rather than turning into another. */
function withChosen(options: readonly { readonly value: string; readonly text: string }[], chosen: string) {
  return options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, text: `${isCivilMonth(chosen) ? formatMonth(chosen) : chosen} (not loaded)` }, ...options]
}
