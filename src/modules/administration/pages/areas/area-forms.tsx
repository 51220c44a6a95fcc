import { addArea } from '#kernel/organisation/area/add.ts'
import { endArea } from '#kernel/organisation/area/end.ts'
import { beginArea } from '#kernel/organisation/area/form.ts'
import { openArea } from '#kernel/organisation/area/open.ts'
import { renameArea } from '#kernel/organisation/area/rename.ts'
import { AREA_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { form, page } from '#kernel/web/view.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { EndForm } from '../parts/end-page.tsx'
import { forAdministrators } from '../parts/restricted.ts'

const LIST = '/administration/areas'

const newAreaPage = page({
  path: `${LIST}/new`,
  query: beginArea,
  view: ({ areas }, context) => ({
    section: 'administration',
    title: 'Add an area',
    lead: 'By name and code. Its outline comes by import, which knows it again by its kind and code',
    back: { href: LIST, text: 'Areas' },
    body: (
      <ActForm context={context} submit="Add area" cancel={LIST}>
        <SelectField
          name="kind"
          label="Kind of area"
          placeholder="Choose a kind"
          options={Object.entries(AREA_KINDS).map(([value, text]) => ({ value, text }))}
        />
        <TextField
          name="code"
          label="Code"
          hint="As the Office for National Statistics has it, where it has one"
          width={20}
          mono
        />
        <TextField name="name" label="Name" />
        <SelectField
          name="within"
          label="Lies in"
          optional
          placeholder="Nothing larger"
          options={areas.map((area) => ({
            value: String(area.id),
            text: `${area.name} (${wordsFor(AREA_KINDS, area.kind).toLowerCase()})`,
          }))}
        />
        <DateField name="validFrom" label="First day" hint="For example, 1 4 2016" />
      </ActForm>
    ),
  }),
})
const newAreaForm = form({
  path: `${LIST}/new`,
  command: addArea,
  page: newAreaPage,
  next: ({ id }) => `${LIST}/${id}?done=added`,
})

const renameAreaPage = page({
  path: `${LIST}/:id/change`,
  query: forAdministrators(openArea),
  view: ({ area }, context) => ({
    section: 'administration',
    title: `Rename ${area.name}`,
    lead: `${wordsFor(AREA_KINDS, area.kind)}, ${area.code}: these stay`,
    back: { href: `${LIST}/${area.id}`, text: area.name },
    body: (
      <>
        <BothVersions
          context={context}
          fields={[
            { label: 'Name', name: 'name', theirs: area.name },
            { label: 'First day', name: 'validFrom', theirs: area.validFrom },
          ]}
        />
        <ActForm
          context={context}
          submit="Save area"
          cancel={`${LIST}/${area.id}`}
          version={area.version}
          stored={area}
        >
          <TextField name="name" label="Name" />
          <DateField name="validFrom" label="First day" />
        </ActForm>
      </>
    ),
  }),
})
const renameAreaForm = form({
  path: `${LIST}/:id/change`,
  command: renameArea,
  page: renameAreaPage,
  next: ({ id }) => `${LIST}/${id}?done=changed`,
})

const endAreaPage = page({
  path: `${LIST}/:id/end`,
  query: forAdministrators(openArea),
  view: ({ area }, context) => ({
    section: 'administration',
    title: `When does ${area.name} end?`,
    back: { href: `${LIST}/${area.id}`, text: area.name },
    body: (
      <EndForm
        context={context}
        what={area.name}
        cancel={`${LIST}/${area.id}`}
        version={area.version}
        ends={area.validTo}
        consequence="Units that work there must have ended or moved by then. What happened there still counts for it."
      />
    ),
  }),
})
const endAreaForm = form({
  path: `${LIST}/:id/end`,
  command: endArea,
  page: endAreaPage,
  next: ({ id }) => `${LIST}/${id}?done=ended`,
})

export const areaRoutes = [newAreaPage, newAreaForm, renameAreaPage, renameAreaForm, endAreaPage, endAreaForm]
