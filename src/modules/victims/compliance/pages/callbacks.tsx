import type { z } from 'zod'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { count } from '#ui/words/numbers.ts'
import { victimHref } from '../../addresses.ts'
import { CALLBACKS, COMPLIANCE } from '../addresses.ts'
import { drawCallbacks } from '../commands/draw-callbacks.ts'
import { showCallbacks } from '../queries/show-callbacks.ts'

type Model = z.output<typeof showCallbacks.output>

const callbacksPage = page({ path: CALLBACKS, query: showCallbacks, view: callbacksView })

export const callbackRoutes: readonly StaffRoute[] = [
  callbacksPage,
  form({ path: CALLBACKS, command: drawCallbacks, page: callbacksPage, next: () => `${CALLBACKS}?done=drawn` }),
]

function callbacksView(model: Model, context: PageContext): View {
  return {
    section: 'investigate',
    title: 'Whom do we call back?',
    lead: 'Victims drawn by lot among those whom a team told something in a month: once for a month, so that nobody picks',
    back: { href: COMPLIANCE, text: 'The Victims’ Code' },
    notice: doneNotice(context, { drawn: 'Drawn: those to call are below' }),
    body: (
      <>
        <h2>Drawn</h2>
        <Victims model={model} />
        <h2>Draw</h2>
        <DrawForm model={model} context={context} />
        <h2>Draws</h2>
        <Draws model={model} />
      </>
    ),
  }
}

function Victims({ model: { victims } }: { readonly model: Model }) {
  return (
    <DataTable
      caption="Victims to call back"
      captionHidden
      rows={victims}
      empty={<EmptyState title="Nobody is drawn">Draw some below, when a month is over.</EmptyState>}
      columns={[
        { header: 'Victim', cell: ({ id, reference }) => <Link href={victimHref(id)}>{reference}</Link> },
        { header: 'About', cell: ({ title }) => title },
        { header: 'Team', cell: ({ unit }) => unit },
        { header: 'Told in', cell: ({ month }) => formatMonth(month), nowrap: true },
        {
          header: 'Asked',
          cell: ({ id, askedAt }) =>
            askedAt === null ? (
              <>
                <StateTag state="slipping">not yet</StateTag>{' '}
                <Link href={`${victimHref(id)}/feedback`}>Write down what they say</Link>
              </>
            ) : (
              <Time instant={askedAt} />
            ),
        },
      ]}
    />
  )
}

function DrawForm({ model: { months, units }, context }: { readonly model: Model; readonly context: PageContext }) {
  if (units.length === 0)
    return (
      <EmptyState title="None of your teams follows a victim">Call-backs are drawn for a team that does.</EmptyState>
    )
  return (
    <ActForm context={context} submit="Draw by lot" cancel={COMPLIANCE}>
      <SelectField
        name="month"
        label="Told something in"
        options={months.map((one) => ({ value: one, text: formatMonth(one) }))}
      />
      <SelectField
        name="unit"
        label="Team"
        placeholder="Choose one"
        options={units.map(({ id, name }) => ({ value: String(id), text: name }))}
      />
      <TextField name="size" label="How many" hint="From 1 to 50" width={3} />
    </ActForm>
  )
}

function Draws({ model: { draws } }: { readonly model: Model }) {
  return (
    <DataTable
      caption="Draws"
      captionHidden
      rows={draws}
      empty={<EmptyState title="No draw yet">Each draw is kept here with its number.</EmptyState>}
      columns={[
        { header: 'Month', cell: ({ month }) => formatMonth(month), nowrap: true },
        { header: 'Team', cell: ({ unit }) => unit },
        {
          header: 'Drawn',
          align: 'number',
          cell: ({ drawn, population }) => `${count(drawn)} of ${count(population)}`,
        },
        { header: 'Number', align: 'number', cell: ({ seed }) => String(seed) },
        {
          header: 'By',
          cell: ({ by, at }) => (
            <>
              {by}, <Time instant={at} />
            </>
          ),
        },
      ]}
    />
  )
}
