import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { COMPLIANCE, STANDARD } from '../addresses.ts'
import { setStandard, STANDARD_CHOICES } from '../commands/set-standard.ts'
import { showStandard } from '../queries/show-standard.ts'

const NONE = (
  <EmptyState title="Nothing was ever promised beyond the code">
    Until somebody says so here, VC44 opens for nobody.
  </EmptyState>
)

const standardPage = page({
  path: STANDARD,
  query: showStandard,
  view: ({ lines }, context) => ({
    section: 'investigate',
    title: 'Does every victim hear how it goes within days?',
    lead: 'A first word within 5 working days of the report, 1 with enhanced rights (VC44): the force’s own promise. No code sets it',
    back: { href: COMPLIANCE, text: 'Is the Victims’ Code kept?' },
    notice: doneNotice(context, { set: 'Saved: it governs what is reported from that day on' }),
    body: (
      <>
        <DataTable
          caption="From when"
          rows={lines}
          empty={NONE}
          columns={[
            { header: 'From', cell: ({ from }) => shortDayWithYear(from) },
            { header: 'Promised', cell: ({ applies }) => (applies ? 'yes' : 'no') },
            { header: 'Where the force says so', cell: ({ source }) => source },
            { header: 'Entered by', cell: ({ setBy }) => setBy },
          ]}
        />
        <ActForm context={context} submit="Save" cancel={COMPLIANCE}>
          <DateField name="from" label="First day" hint="Today or later: what was reported before stays as it is" />
          <RadiosField name="applies" label="Whether it is promised" choices={choicesOf(STANDARD_CHOICES)} />
          <TextField name="source" label="Where the force says so" hint="Its policy, or the commissioner’s plan" />
        </ActForm>
      </>
    ),
  }),
})

export const standardRoutes = [
  standardPage,
  form({ path: STANDARD, command: setStandard, page: standardPage, next: () => `${STANDARD}?done=set` }),
]
