import type { z } from 'zod'
import { addUnit } from '#kernel/organisation/unit/add.ts'
import { changeUnit } from '#kernel/organisation/unit/change.ts'
import { endUnit } from '#kernel/organisation/unit/end.ts'
import { showUnitForm } from '#kernel/organisation/unit/form.ts'
import { openUnit } from '#kernel/organisation/unit/open.ts'
import { AREA_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { form, page } from '#kernel/web/view.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { EndForm } from '../parts/end-page.tsx'
import { forAdministrators } from '../parts/restricted.ts'

const LIST = '/administration/units'
type Choices = z.output<typeof showUnitForm.output>

function UnitFields({ choices }: { readonly choices: Choices }) {
  const units = choices.units.filter(({ id }) => id !== choices.unit?.id)
  return (
    <>
      <TextField name="name" label="Name" />
      <TextField
        name="code"
        label="Code"
        hint="Short and its own: it stays the same when the name changes"
        width={10}
        mono
      />
      <SelectField
        name="parent"
        label="Unit above"
        optional
        placeholder="None: it stands at the top"
        options={units.map((unit) => ({
          value: String(unit.id),
          text: choices.unit === null ? `${unit.name} (${unit.agencyName})` : unit.name,
        }))}
      />
      <SelectField
        name="area"
        label="Area"
        hint="Those posted here reach what lies in it"
        optional
        placeholder="None"
        options={choices.areas.map((area) => ({
          value: String(area.id),
          text: `${area.name} (${wordsFor(AREA_KINDS, area.kind).toLowerCase()})`,
        }))}
      />
      <DateField name="validFrom" label="First day" hint="For example, 1 4 2016" />
    </>
  )
}

const newUnitPage = page({
  path: `${LIST}/new`,
  query: showUnitForm,
  draft: () => `${LIST}/new`,
  view: (choices, context) => {
    const parent = choices.units.find(({ id }) => id === choices.parent)
    return {
      section: 'administration',
      title: parent === undefined ? 'Add a unit' : `Add a unit below ${parent.name}`,
      back: { href: LIST, text: 'Units' },
      islands: ['autosave'],
      body: (
        <ActForm
          context={context}
          submit="Add unit"
          cancel={LIST}
          stored={{ parent: choices.parent, agency: parent?.agency ?? choices.agencies[0]?.id }}
          drafts
        >
          <SelectField
            name="agency"
            label="Agency"
            options={choices.agencies.map(({ id, name }) => ({ value: String(id), text: name }))}
          />
          <UnitFields choices={choices} />
        </ActForm>
      ),
    }
  },
})
const newUnitForm = form({
  path: `${LIST}/new`,
  command: addUnit,
  page: newUnitPage,
  draft: () => `${LIST}/new`,
  next: ({ id }) => `${LIST}/${id}?done=added`,
})

const changeUnitPage = page({
  path: `${LIST}/:id/change`,
  query: showUnitForm,
  view: (choices, context) => {
    const { unit, units, areas } = choices
    if (unit === null) throw new NotFound({ kind: 'unit', id: '' })
    const nameOf = (list: readonly { readonly id: number; readonly name: string }[]) => (id: string) =>
      list.find((one) => String(one.id) === id)?.name ?? ''
    return {
      section: 'administration',
      title: `Change ${unit.name}`,
      back: { href: `${LIST}/${unit.id}`, text: unit.name },
      body: (
        <>
          <BothVersions
            context={context}
            fields={[
              { label: 'Name', name: 'name', theirs: unit.name },
              { label: 'Code', name: 'code', theirs: unit.code },
              { label: 'Unit above', name: 'parent', theirs: unit.parentName ?? '', words: nameOf(units) },
              { label: 'Area', name: 'area', theirs: unit.areaName ?? '', words: nameOf(areas) },
              { label: 'First day', name: 'validFrom', theirs: unit.validFrom },
            ]}
          />
          <ActForm
            context={context}
            submit="Save unit"
            cancel={`${LIST}/${unit.id}`}
            version={unit.version}
            stored={unit}
          >
            <UnitFields choices={choices} />
          </ActForm>
        </>
      ),
    }
  },
})
const changeUnitForm = form({
  path: `${LIST}/:id/change`,
  command: changeUnit,
  page: changeUnitPage,
  next: ({ id }) => `${LIST}/${id}?done=changed`,
})

const endUnitPage = page({
  path: `${LIST}/:id/end`,
  query: forAdministrators(openUnit),
  view: ({ unit }, context) => ({
    section: 'administration',
    title: `When does ${unit.name} end?`,
    back: { href: `${LIST}/${unit.id}`, text: unit.name },
    body: (
      <EndForm
        context={context}
        what={unit.name}
        cancel={`${LIST}/${unit.id}`}
        version={unit.version}
        ends={unit.validTo}
        consequence="Units below it and postings to it must have ended by then. It stays on record, and in the tree of earlier days."
      />
    ),
  }),
})
const endUnitForm = form({
  path: `${LIST}/:id/end`,
  command: endUnit,
  page: endUnitPage,
  next: ({ id }) => `${LIST}/${id}?done=ended`,
})

export const unitRoutes = [newUnitPage, newUnitForm, changeUnitPage, changeUnitForm, endUnitPage, endUnitForm]
