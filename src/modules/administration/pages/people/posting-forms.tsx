import { keysOf } from '#platform/edge.ts'
import { ROLES, type Role } from '#kernel/access/roles.ts'
import { addPosting } from '#kernel/organisation/posting/add.ts'
import { changePosting } from '#kernel/organisation/posting/change.ts'
import { endPosting } from '#kernel/organisation/posting/end.ts'
import { beginPosting, openPosting } from '#kernel/organisation/posting/form.ts'
import { form, page } from '#kernel/web/view.ts'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { EndForm } from '../parts/end-page.tsx'

const PEOPLE = '/administration/people'
const POSTINGS = '/administration/postings'

/** Roles that ORG05 lets somebody have. */
function rolesOf(principal: string): readonly Role[] {
  return keysOf(ROLES).filter((role) => (principal === 'partner') === (role === 'partner'))
}

function PostingFields({ principal }: { readonly principal: string }) {
  return (
    <>
      <TextField name="title" label="Post" hint="As it stands on the door: Neighbourhood sergeant" />
      <CheckboxesField
        name="roles"
        label="Roles"
        choices={rolesOf(principal).map((role) => ({ value: role, text: ROLES[role] }))}
      />
      {principal === 'staff' && (
        <CheckboxesField
          name="forceWide"
          label="Reach"
          choices={[{ value: 'yes', text: 'Reaches the whole force, whatever the unit’s area' }]}
        />
      )}
      <DateField name="starts" label="First day" hint="For example, 23 11 2026" />
      <DateField name="ends" label="Last day" hint="The last day worked; leave it empty if none is known" optional />
    </>
  )
}

const newPostingPage = page({
  path: `${PEOPLE}/:id/post`,
  query: beginPosting,
  view: ({ account, units }, context) => ({
    section: 'administration',
    title: `Post ${account.name} to a unit`,
    back: { href: `${PEOPLE}/${account.id}`, text: account.name },
    body: (
      <ActForm
        context={context}
        submit="Add posting"
        cancel={`${PEOPLE}/${account.id}`}
        stored={{ roles: account.principal === 'partner' ? ['partner'] : [] }}
      >
        <HiddenField name="account" value={account.id} />
        <SelectField
          name="unit"
          label="Unit"
          hint="The posting reaches this unit, those below it, and their areas"
          options={units.map((unit) => ({ value: String(unit.id), text: `${unit.name} (${unit.code})` }))}
          placeholder="Choose a unit"
        />
        <PostingFields principal={account.principal} />
      </ActForm>
    ),
  }),
})
const newPostingForm = form({
  path: `${PEOPLE}/:id/post`,
  command: addPosting,
  page: newPostingPage,
  next: ({ account }) => `${PEOPLE}/${account}?done=posted`,
})

const roleWords = (codes: string): string =>
  codes
    .split(', ')
    .toSorted()
    .map((code) => keysOf(ROLES).find((role) => role === code))
    .map((role) => (role === undefined ? '' : ROLES[role]))
    .join('; ')

const changePostingPage = page({
  path: `${POSTINGS}/:id/change`,
  query: openPosting,
  view: (posting, context) => {
    const back = `${PEOPLE}/${posting.account}`
    return {
      section: 'administration',
      title: `Put the posting of ${posting.accountName} right`,
      lead: `${posting.unitName}. To move somebody to another unit, end this posting and add another.`,
      back: { href: back, text: posting.accountName },
      body: (
        <>
          <BothVersions
            context={context}
            fields={[
              { label: 'Post', name: 'title', theirs: posting.title },
              { label: 'Roles', name: 'roles', theirs: roleWords(posting.roles.join(', ')), words: roleWords },
              {
                label: 'Reaches the whole force',
                name: 'forceWide',
                theirs: posting.forceWide ? 'yes' : 'no',
                words: (typed) => (typed === 'yes' ? 'yes' : 'no'),
              },
              { label: 'First day', name: 'starts', theirs: posting.starts },
              { label: 'Last day', name: 'ends', theirs: posting.ends ?? '' },
            ]}
          />
          <ActForm
            context={context}
            submit="Save posting"
            cancel={back}
            version={posting.version}
            stored={{ ...posting, forceWide: posting.forceWide ? ['yes'] : [] }}
          >
            <PostingFields principal={posting.principal} />
          </ActForm>
        </>
      ),
    }
  },
})
const changePostingForm = form({
  path: `${POSTINGS}/:id/change`,
  command: changePosting,
  page: changePostingPage,
  next: ({ account }) => `${PEOPLE}/${account}?done=posting-changed`,
})

const endPostingPage = page({
  path: `${POSTINGS}/:id/end`,
  query: openPosting,
  view: (posting, context) => ({
    section: 'administration',
    title: `When does ${posting.accountName} leave this post?`,
    lead: `${posting.title}, ${posting.unitName}`,
    back: { href: `${PEOPLE}/${posting.account}`, text: posting.accountName },
    body: (
      <EndForm
        context={context}
        what={posting.title}
        cancel={`${PEOPLE}/${posting.account}`}
        version={posting.version}
        ends={posting.ends}
        needed
        consequence="After that day the posting opens nothing. It stays on their page."
      />
    ),
  }),
})
const endPostingForm = form({
  path: `${POSTINGS}/:id/end`,
  command: endPosting,
  page: endPostingPage,
  next: ({ account }) => `${PEOPLE}/${account}?done=posting-ended`,
})

export const postingRoutes = [
  newPostingPage,
  newPostingForm,
  changePostingPage,
  changePostingForm,
  endPostingPage,
  endPostingForm,
]
