import type { z } from 'zod'
import { MARKINGS } from '#platform/access/reader.ts'
import { addAccount } from '#kernel/organisation/account/add.ts'
import { changeAccount } from '#kernel/organisation/account/change.ts'
import { showAccountForm } from '#kernel/organisation/account/form.ts'
import { form, page } from '#kernel/web/view.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'

const LIST = '/administration/people'
const NEW = `${LIST}/new`

function PersonFields({ agencies }: Pick<z.output<typeof showAccountForm.output>, 'agencies'>) {
  return (
    <>
      <TextField name="name" label="Name" hint="Rank or title and name, as colleagues say it: PS Ellis" />
      <TextField name="number" label="Collar or staff number" width={10} mono optional />
      <SelectField
        name="agency"
        label="Agency"
        options={agencies.map(({ id, name }) => ({ value: String(id), text: name }))}
        placeholder="Choose an agency"
      />
      <RadiosField
        name="clearance"
        label="Clearance"
        hint="The highest marking that they may see"
        inline
        choices={MARKINGS.map((marking) => ({ value: marking, text: marking }))}
      />
    </>
  )
}

const newPersonPage = page({
  path: NEW,
  query: showAccountForm,
  draft: () => NEW,
  view: ({ agencies }, context) => ({
    section: 'administration',
    title: 'Add a person',
    back: { href: LIST, text: 'People' },
    islands: ['autosave'],
    body: (
      <ActForm
        context={context}
        submit="Add person"
        cancel={LIST}
        stored={{ principal: 'staff', clearance: 'OFFICIAL-SENSITIVE', agency: agencies[0]?.id }}
        drafts
      >
        <PersonFields agencies={agencies} />
        <RadiosField
          name="principal"
          label="Whose are they?"
          choices={[
            { value: 'staff', text: 'Police officer or staff of the force' },
            {
              value: 'partner',
              text: 'Somebody of a partner agency',
              hint: 'Sees only what is shared with that agency',
            },
          ]}
        />
        <TextField
          name="subject"
          label="Sign-in name"
          hint="What the identity provider calls them, to the letter (its “sub”). It cannot be changed later."
          mono
        />
        <TextField
          name="issuer"
          label="Identity provider"
          hint="Only if it is not the one that you sign in with. Its address, to the letter."
          mono
          optional
        />
      </ActForm>
    ),
  }),
})
const newPersonForm = form({
  path: NEW,
  command: addAccount,
  page: newPersonPage,
  draft: () => NEW,
  next: ({ id }) => `${LIST}/${id}?done=added`,
})

const changePersonPage = page({
  path: `${LIST}/:id/change`,
  query: showAccountForm,
  view: ({ account, agencies }, context) => {
    if (account === null) throw new NotFound({ kind: 'account', id: '' })
    const back = `${LIST}/${account.id}`
    return {
      section: 'administration',
      title: `Change ${account.name}`,
      back: { href: back, text: account.name },
      body: (
        <>
          <BothVersions
            context={context}
            fields={[
              { label: 'Name', name: 'name', theirs: account.name },
              { label: 'Number', name: 'number', theirs: account.number ?? '' },
              {
                label: 'Agency',
                name: 'agency',
                theirs: account.agencyName,
                words: (id) => agencies.find((agency) => String(agency.id) === id)?.name ?? '',
              },
              { label: 'Clearance', name: 'clearance', theirs: account.clearance },
            ]}
          />
          <ActForm context={context} submit="Save person" cancel={back} version={account.version} stored={account}>
            <PersonFields agencies={agencies} />
          </ActForm>
        </>
      ),
    }
  },
})
const changePersonForm = form({
  path: `${LIST}/:id/change`,
  command: changeAccount,
  page: changePersonPage,
  next: ({ id }) => `${LIST}/${id}?done=changed`,
})

export const personRoutes = [newPersonPage, newPersonForm, changePersonPage, changePersonForm]
