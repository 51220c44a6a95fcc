import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { eventWords, kindWords } from '#modules/assurance/index.ts'
import { measureHref } from '#modules/measures/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { plural } from '#ui/words/numbers.ts'
import { questionHref, visitHref, VISITS } from '../addresses.ts'
import { endVisit, shortenVisit } from '../visits/end-visit.ts'
import { HOSTS } from '../visits/hosts.ts'
import { openVisit, type LogLine } from '../visits/open-visit.ts'
import { VisitTag } from './visits.tsx'

type Model = z.output<typeof openVisit.output>

/** One visit: everything its inspector looked at, and where it is shortened or ended. */
export function visitRoutes() {
  const visitPage = page({ path: `${VISITS}/:id`, query: openVisit, view: visitView })
  return [
    visitPage,
    form({
      path: `${VISITS}/:id/shorten`,
      command: shortenVisit,
      page: visitPage,
      next: ({ id }) => `${visitHref(id)}?done=shortened`,
    }),
    form({
      path: `${VISITS}/:id/end`,
      command: endVisit,
      page: visitPage,
      next: ({ id }) => `${visitHref(id)}?done=ended`,
    }),
  ]
}

function visitView(model: Model, context: PageContext): View {
  const { visit, log, page: at, more } = model
  const hosts = HOSTS.some((role) => context.reader.roles.includes(role))
  return {
    section: 'effectiveness',
    title: `${visit.inspector}: what did they look at?`,
    lead: (
      <>
        <VisitTag state={visit.state} /> <Time instant={visit.startsAt} /> to <Time instant={visit.endsAt} />
      </>
    ),
    back: { href: VISITS, text: 'Visits' },
    notice: doneNotice(context, {
      invited: 'They are asked in. At the end that you gave, their next request is refused',
      shortened: 'The visit ends earlier now',
      ended: 'The visit is over: their next request is refused',
    }),
    body: (
      <CardGrid columns="wide-narrow">
        <div>
          <DataTable
            caption="Everything they asked for, the newest first"
            rows={log}
            columns={[
              { header: 'What', cell: (line) => <What line={line} /> },
              { header: 'About', cell: ({ about }) => aboutWords(about) },
              { header: 'Came of it', cell: ({ outcome }) => outcome },
              { header: 'When', nowrap: true, cell: ({ at: when }) => <Time instant={when} /> },
            ]}
            empty={
              <EmptyState
                title={visit.state === 'ahead' ? 'The visit has not begun' : 'Nothing has been looked at yet'}
              >
                <p>Each page, sample and row that they open is listed here, as the audit has it.</p>
              </EmptyState>
            }
          />
          {(at > 1 || more) && (
            <p>
              {at > 1 && <Link href={`${visitHref(visit.id)}?page=${at - 1}`}>Newer</Link>}{' '}
              {more && <Link href={`${visitHref(visit.id)}?page=${at + 1}`}>Older</Link>}
            </p>
          )}
        </div>
        <div>
          <Card title="The visit">
            <SummaryList
              rows={[
                ['For', visit.purpose],
                ['Clearance', visit.clearance],
                [
                  'Figures',
                  visit.frozenAt === null ? (
                    'as they are'
                  ) : (
                    <>
                      frozen <Time instant={visit.frozenAt} />
                    </>
                  ),
                ],
                [
                  'Asked in by',
                  <>
                    {visit.invitedBy}, <Time instant={visit.invitedAt} />
                  </>,
                ],
              ].map(([key, value]) => ({ key: { text: key }, value: { text: value } }))}
            />
          </Card>
          {hosts && visit.state !== 'over' && <Ending model={model} context={context} />}
        </div>
      </CardGrid>
    ),
  }
}

function What({ line: { event, named } }: { readonly line: LogLine }) {
  return (
    <>
      {eventWords(event)}
      {named.length > 0 && (
        <span class="fp-second">
          {named.map((name, index) => (
            <>
              {index > 0 && ', '}
              <Link href={name.includes('/') ? questionHref(name) : measureHref(name)}>{name.replace('/', ' ')}</Link>
            </>
          ))}
        </span>
      )}
    </>
  )
}

function aboutWords(about: LogLine['about']): string {
  return about.map(({ kind, count }) => plural(count, kindWords(kind))).join(', ') || '–'
}

function Ending({ model: { visit }, context }: { readonly model: Model; readonly context: PageContext }) {
  const sent = context.url.includes('/shorten')
  return (
    <Card title="End it earlier">
      {visit.state === 'open' && (
        <Form
          action={`${visitHref(visit.id)}/shorten`}
          csrf={context.csrf}
          idempotencyKey={context.key}
          version={visit.version}
          errors={sent ? context.errors : {}}
          values={sent ? context.values : {}}
        >
          <DateField name="to" label="Last day" />
          <TextField name="toTime" label="Time on the last day" hint="For example, 17:00" width={5} />
          <FormActions submit="End it then" />
        </Form>
      )}
      <Form
        action={`${visitHref(visit.id)}/end`}
        csrf={context.csrf}
        idempotencyKey={`${context.key}-end`}
        version={visit.version}
        errors={{}}
        values={{}}
      >
        <FormActions submit={visit.state === 'ahead' ? 'Call it off' : 'End it now'} warning />
      </Form>
    </Card>
  )
}
