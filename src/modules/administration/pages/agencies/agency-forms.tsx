import { addAgency } from '#kernel/organisation/agency/add.ts'
import { changeAgency } from '#kernel/organisation/agency/change.ts'
import { endAgency } from '#kernel/organisation/agency/end.ts'
import { beginAgency, openAgency } from '#kernel/organisation/agency/open.ts'
import { AGENCY_KINDS, wordsFor } from '#kernel/organisation/words.ts'
import { form, page } from '#kernel/web/view.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { EndForm } from '../parts/end-page.tsx'
import { forAdministrators } from '../parts/restricted.ts'

const LIST = '/administration/agencies'
const back = { href: LIST, text: 'Agencies' }
const kinds = Object.entries(AGENCY_KINDS).map(([value, text]) => ({ value, text }))

function AgencyFields() {
  return (
    <>
      <TextField name="name" label="Name" />
      <SelectField name="kind" label="Kind of agency" options={kinds} placeholder="Choose a kind" />
      <DateField name="validFrom" label="First day" hint="When it began to work here. For example, 1 4 2016" />
    </>
  )
}

const newAgencyPage = page({
  path: `${LIST}/new`,
  query: beginAgency,
  view: (_, context) => ({
    section: 'administration',
    title: 'Add an agency',
    back,
    body: (
      <ActForm context={context} submit="Add agency" cancel={LIST}>
        <AgencyFields />
      </ActForm>
    ),
  }),
})
const newAgencyForm = form({
  path: `${LIST}/new`,
  command: addAgency,
  page: newAgencyPage,
  next: () => `${LIST}?done=added`,
})

const changeAgencyPage = page({
  path: `${LIST}/:id/change`,
  query: forAdministrators(openAgency),
  view: (agency, context) => ({
    section: 'administration',
    title: `Change ${agency.name}`,
    back,
    body: (
      <>
        <BothVersions
          context={context}
          fields={[
            { label: 'Name', name: 'name', theirs: agency.name },
            {
              label: 'Kind',
              name: 'kind',
              theirs: wordsFor(AGENCY_KINDS, agency.kind),
              words: (kind) => wordsFor(AGENCY_KINDS, kind),
            },
            { label: 'First day', name: 'validFrom', theirs: agency.validFrom },
          ]}
        />
        <ActForm context={context} submit="Save agency" cancel={LIST} version={agency.version} stored={agency}>
          <AgencyFields />
        </ActForm>
      </>
    ),
  }),
})
const changeAgencyForm = form({
  path: `${LIST}/:id/change`,
  command: changeAgency,
  page: changeAgencyPage,
  next: () => `${LIST}?done=changed`,
})

const endAgencyPage = page({
  path: `${LIST}/:id/end`,
  query: forAdministrators(openAgency),
  view: (agency, context) => ({
    section: 'administration',
    title: `When does ${agency.name} end?`,
    back,
    body: (
      <EndForm
        context={context}
        what={agency.name}
        cancel={LIST}
        version={agency.version}
        ends={agency.validTo}
        consequence="Its units and accounts must have ended by then. What it did stays on record."
      />
    ),
  }),
})
const endAgencyForm = form({
  path: `${LIST}/:id/end`,
  command: endAgency,
  page: endAgencyPage,
  next: () => `${LIST}?done=ended`,
})

export const agencyRoutes = [
  newAgencyPage,
  newAgencyForm,
  changeAgencyPage,
  changeAgencyForm,
  endAgencyPage,
  endAgencyForm,
]
