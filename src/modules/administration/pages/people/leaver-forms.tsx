import { markAsLeft } from '#kernel/organisation/account/leave.ts'
import { openAccount } from '#kernel/organisation/account/open.ts'
import { reinstate } from '#kernel/organisation/account/reinstate.ts'
import { form, page } from '#kernel/web/view.ts'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { forAdministrators } from '../parts/restricted.ts'

const LIST = '/administration/people'

const leavePage = page({
  path: `${LIST}/:id/leave`,
  query: forAdministrators(openAccount),
  view: ({ account }, context) => ({
    section: 'administration',
    title: `Has ${account.name} left?`,
    back: { href: `${LIST}/${account.id}`, text: account.name },
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit={`Mark ${account.name} as left`}
          cancel={`${LIST}/${account.id}`}
          version={account.version}
          warning
        >
          <WarningText>They are signed out everywhere at once, and can open nothing from now on.</WarningText>
          <p class="govuk-body">
            What they wrote and did stays on record under their name. Their duties and records stay where they are: give
            them to somebody else. If they are the custodian of a compartment, another records custodian can take it
            over.
          </p>
        </ActForm>
      </>
    ),
  }),
})
const leaveForm = form({
  path: `${LIST}/:id/leave`,
  command: markAsLeft,
  page: leavePage,
  next: ({ id }) => `${LIST}/${id}?done=left`,
})

const reinstatePage = page({
  path: `${LIST}/:id/reinstate`,
  query: forAdministrators(openAccount),
  view: ({ account }, context) => ({
    section: 'administration',
    title: `Re-instate ${account.name}?`,
    back: { href: `${LIST}/${account.id}`, text: account.name },
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm context={context} submit="Re-instate" cancel={`${LIST}/${account.id}`} version={account.version}>
          <p class="govuk-body">
            Their postings that have no last day, or whose last day is still to come, count again. Check them
            afterwards.
          </p>
        </ActForm>
      </>
    ),
  }),
})
const reinstateForm = form({
  path: `${LIST}/:id/reinstate`,
  command: reinstate,
  page: reinstatePage,
  next: ({ id }) => `${LIST}/${id}?done=reinstated`,
})

export const leaverRoutes = [leavePage, leaveForm, reinstatePage, reinstateForm]
