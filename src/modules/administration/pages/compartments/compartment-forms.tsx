import { addMember } from '#kernel/organisation/compartment/add-member.ts'
import { handOver } from '#kernel/organisation/compartment/hand-over.ts'
import { makeCompartment } from '#kernel/organisation/compartment/make.ts'
import { beginCompartment, openCompartment } from '#kernel/organisation/compartment/open.ts'
import { removeMember } from '#kernel/organisation/compartment/remove-member.ts'
import { takeOver } from '#kernel/organisation/compartment/take-over.ts'
import { form, page } from '#kernel/web/view.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { forCustodians } from '../parts/restricted.ts'

const LIST = '/administration/compartments'

const Reason = () => <TextArea name="reason" label="Reason" hint="Kept for those inside and for auditors" rows={3} />
const Number = () => (
  <TextField name="number" label="Their collar or staff number" hint="Look it up under People" width={10} mono />
)

const makePage = page({
  path: `${LIST}/new`,
  query: beginCompartment,
  draft: () => `${LIST}/new`,
  view: (_, context) => ({
    section: 'administration',
    title: 'Make a compartment',
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: LIST, text: 'Compartments' },
    islands: ['autosave'],
    body: (
      <ActForm context={context} submit="Make compartment" cancel={LIST} drafts>
        <TextField name="name" label="Name" hint="One that gives nothing away" width={20} />
        <CheckboxesField
          name="existenceShows"
          label="Outsiders"
          choices={[{ value: 'yes', text: 'May know that there is something, never what' }]}
        />
        <Reason />
      </ActForm>
    ),
  }),
})
const makeForm = form({
  path: `${LIST}/new`,
  command: makeCompartment,
  page: makePage,
  draft: () => `${LIST}/new`,
  next: ({ id }) => `${LIST}/${id}?done=made`,
})

const letInPage = page({
  path: `${LIST}/:id/let-in`,
  query: forCustodians(openCompartment),
  view: ({ compartment }, context) => ({
    section: 'administration',
    title: `Let somebody into ${compartment.name}`,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: `${LIST}/${compartment.id}`, text: compartment.name },
    body: (
      <ActForm context={context} submit="Let in" cancel={`${LIST}/${compartment.id}`}>
        <Number />
        <Reason />
      </ActForm>
    ),
  }),
})
const letInForm = form({
  path: `${LIST}/:id/let-in`,
  command: addMember,
  page: letInPage,
  next: ({ id }) => `${LIST}/${id}?done=let-in`,
})

const takeOutPage = page({
  path: `${LIST}/:id/members/:account/take-out`,
  query: forCustodians(openCompartment),
  view: ({ compartment, members }, context) => {
    const member = members.find(({ account, inside }) => inside && context.url.includes(account))
    return {
      section: 'administration',
      title: `Take ${member?.name ?? 'them'} out of ${compartment.name}?`,
      lead: 'They are out at once, and see nothing of it any more',
      marking: 'OFFICIAL-SENSITIVE',
      back: { href: `${LIST}/${compartment.id}`, text: compartment.name },
      body: (
        <ActForm context={context} submit="Take out" cancel={`${LIST}/${compartment.id}`} warning>
          <Reason />
        </ActForm>
      ),
    }
  },
})
const takeOutForm = form({
  path: `${LIST}/:id/members/:account/take-out`,
  command: removeMember,
  page: takeOutPage,
  next: ({ id }) => `${LIST}/${id}?done=taken-out`,
})

const handOverPage = page({
  path: `${LIST}/:id/hand-over`,
  query: forCustodians(openCompartment),
  view: ({ compartment }, context) => ({
    section: 'administration',
    title: `Hand ${compartment.name} over`,
    lead: 'To another records custodian. You stay inside until they take you out',
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: `${LIST}/${compartment.id}`, text: compartment.name },
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Hand over"
          cancel={`${LIST}/${compartment.id}`}
          version={compartment.version}
          warning
        >
          <Number />
          <Reason />
        </ActForm>
      </>
    ),
  }),
})
const handOverForm = form({
  path: `${LIST}/:id/hand-over`,
  command: handOver,
  page: handOverPage,
  next: ({ id }) => `${LIST}/${id}?done=handed-over`,
})

const takeOverPage = page({
  path: `${LIST}/:id/take-over`,
  query: forCustodians(openCompartment),
  view: ({ compartment }, context) => ({
    section: 'administration',
    title: `Take ${compartment.name} over?`,
    lead: `Only if its custodian, ${compartment.custodianName}, has left`,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: `${LIST}/${compartment.id}`, text: compartment.name },
    body: (
      <ActForm context={context} submit="Take over" cancel={`${LIST}/${compartment.id}`} warning>
        <Reason />
      </ActForm>
    ),
  }),
})
const takeOverForm = form({
  path: `${LIST}/:id/take-over`,
  command: takeOver,
  page: takeOverPage,
  next: ({ id }) => `${LIST}/${id}?done=taken-over`,
})

export const compartmentRoutes = [
  makePage,
  makeForm,
  letInPage,
  letInForm,
  takeOutPage,
  takeOutForm,
  handOverPage,
  handOverForm,
  takeOverPage,
  takeOverForm,
]
