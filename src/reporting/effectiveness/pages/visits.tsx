import type { z } from 'zod'
import { addDays, londonDateAt } from '#calculations/calendar/civil-date.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { CheckboxesField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { PROVE, visitHref, VISITS } from '../addresses.ts'
import { HOSTS } from '../visits/hosts.ts'
import type { inviteInspector } from '../visits/invite.ts'
import { listVisits } from '../visits/list-visits.ts'
import { VISIT_STATES, type Visit } from '../visits/visit-row.ts'

type Model = z.output<typeof listVisits.output>

const INVITE = `${VISITS}/invite`

/** Who was asked in, and where somebody asks an inspector in. */
export function visitsRoutes(invite: ReturnType<typeof inviteInspector>) {
  const invitePage = page({ path: INVITE, query: listVisits, view: inviteView })
  return [
    page({ path: VISITS, query: listVisits, view: visitsView }),
    invitePage,
    form({ path: INVITE, command: invite, page: invitePage, next: ({ id }) => `${visitHref(id)}?done=invited` }),
  ]
}

function visitsView({ visits, page: at, more }: Model, context: PageContext): View {
  const hosts = HOSTS.some((role) => context.reader.roles.includes(role))
  const asking = <Link href={INVITE}>Ask an inspector in</Link>
  return {
    section: 'effectiveness',
    title: 'Which inspectors visit, and what do they see?',
    lead: 'A visit opens and ends to the minute. Everything that is looked at in it is kept on its page',
    notice: doneNotice(context, {}),
    actions: [
      ...(hosts ? [{ text: 'Ask an inspector in', href: INVITE }] : []),
      { text: 'What an inspector sees', href: PROVE },
    ],
    body: (
      <>
        <DataTable
          caption="Visits"
          captionHidden
          rows={visits}
          columns={[
            {
              header: 'Inspector',
              cell: ({ id, inspector, purpose }) => (
                <>
                  <Link href={visitHref(id)}>{inspector}</Link>
                  <span class="fp-second">{purpose}</span>
                </>
              ),
            },
            { header: 'State', phoneLabel: false, cell: ({ state }) => <VisitTag state={state} /> },
            { header: 'From', nowrap: true, cell: ({ startsAt }) => <Time instant={startsAt} /> },
            {
              header: 'Until',
              nowrap: true,
              cell: ({ endsAt, endedEarly }) => (
                <>
                  <Time instant={endsAt} />
                  {endedEarly && <span class="fp-second">ended early</span>}
                </>
              ),
            },
            {
              header: 'Figures',
              cell: ({ frozenAt }) =>
                frozenAt === null ? (
                  'as they are'
                ) : (
                  <>
                    frozen <Time instant={frozenAt} />
                  </>
                ),
            },
            { header: 'Asked in by', cell: ({ invitedBy }) => invitedBy },
          ]}
          empty={
            <EmptyState title="Nobody has visited yet">
              <p>
                {hosts
                  ? asking
                  : 'An inspection lead or a chief officer asks an inspector in; the visit is listed here.'}
              </p>
            </EmptyState>
          }
        />
        <NewerOlder at={at} more={more} />
      </>
    ),
  }
}

function NewerOlder({ at, more }: { readonly at: number; readonly more: boolean }) {
  if (at === 1 && !more) return null
  return (
    <p>
      {at > 1 && <Link href={`${VISITS}?page=${at - 1}`}>Newer</Link>}{' '}
      {more && <Link href={`${VISITS}?page=${at + 1}`}>Older</Link>}
    </p>
  )
}

/** Open now, to come, or over. */
export function VisitTag({ state }: Pick<Visit, 'state'>) {
  const shape = { open: 'holding', ahead: 'slipping', over: 'too-few' } as const
  return <StateTag state={shape[state]}>{VISIT_STATES[state]}</StateTag>
}

function inviteView({ inspectors }: Model, context: PageContext): View {
  const today = londonDateAt(context.now)
  return {
    section: 'effectiveness',
    title: 'Ask an inspector in',
    lead: 'You prove who you are first. At the minute that you give here their next request is refused',
    back: { href: VISITS, text: 'Visits' },
    body:
      inspectors.length === 0 ? (
        <EmptyState title="Nobody has a posting as a visiting inspector">
          <p>
            An administrator adds the person and a posting with the role “visiting inspector”. Then ask them in here.
          </p>
        </EmptyState>
      ) : (
        <ActForm
          context={context}
          submit="Ask them in"
          cancel={VISITS}
          stored={{ from: today, fromTime: '09:00', to: addDays(today, 1), toTime: '17:00', freeze: 'yes' }}
        >
          <SelectField
            name="account"
            label="Inspector"
            placeholder="Choose the inspector"
            options={inspectors.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <DateField name="from" label="First day" />
          <TextField name="fromTime" label="Time on the first day" hint="For example, 09:00" width={5} />
          <DateField name="to" label="Last day" />
          <TextField name="toTime" label="Time on the last day" hint="For example, 17:00" width={5} />
          <TextField name="purpose" label="What the visit is for" hint="They see it above every page" />
          <CheckboxesField
            name="freeze"
            label="Figures"
            choices={[
              {
                value: 'yes',
                text: 'Freeze the figures of every measure now',
                hint: 'They see these beside what is computed since',
              },
            ]}
          />
        </ActForm>
      ),
  }
}
