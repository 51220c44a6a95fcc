import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { COMPLIANCE } from '../../addresses.ts'
import { PAGE_SETTING } from '../addresses.ts'
import { PAGE_CHOICES, setPage } from '../commands/set-page.ts'
import { showPageSetting } from '../queries/show-page-setting.ts'

const NONE = (
  <EmptyState title="No victim has a page of their own">Until somebody says so here, no link can be made.</EmptyState>
)

const settingPage = page({
  path: PAGE_SETTING,
  query: showPageSetting,
  view: ({ lines }, context) => ({
    section: 'investigate',
    title: 'May victims have a page of their own?',
    lead: 'Where it could put somebody at risk there is none in any case: domestic abuse, stalking, honour-based abuse, sexual offences, exploitation of a child, no safe contact (VCP01)',
    back: { href: COMPLIANCE, text: 'Is the Victims’ Code kept?' },
    notice: doneNotice(context, { set: 'Saved: it holds from that day on' }),
    body: (
      <>
        <DataTable
          caption="From when"
          rows={lines}
          empty={NONE}
          columns={[
            { header: 'From', cell: ({ from }) => shortDayWithYear(from) },
            { header: 'Page', cell: (line) => (line.page ? 'yes' : 'no') },
            { header: 'Messages', cell: ({ messages }) => (messages ? 'both ways' : 'no') },
            { header: 'They ring', cell: ({ phone }) => phone },
            { header: 'Where the force says so', cell: ({ source }) => source },
            { header: 'Entered by', cell: ({ setBy }) => setBy },
          ]}
        />
        <ActForm context={context} submit="Save" cancel={COMPLIANCE}>
          <DateField name="from" label="First day" hint="Today or later" />
          <RadiosField name="what" label="What victims may have" choices={choicesOf(PAGE_CHOICES)} />
          <TextField name="phone" label="The number that victims ring" hint="Such as 101" />
          <TextField name="source" label="Where the force says so" hint="Its policy, or the commissioner’s plan" />
        </ActForm>
      </>
    ),
  }),
})

export const settingRoutes = [
  settingPage,
  form({ path: PAGE_SETTING, command: setPage, page: settingPage, next: () => `${PAGE_SETTING}?done=set` }),
]
