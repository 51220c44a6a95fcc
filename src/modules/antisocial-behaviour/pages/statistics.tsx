import type { z } from 'zod'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { downloadAt, form, page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { CASES, REVIEWS, THRESHOLD } from '../addresses.ts'
import { setThreshold } from '../commands/set-threshold.ts'
import { exportStatistics, showStatistics } from '../queries/statistics.ts'
import { thresholdForm } from '../queries/thresholds.ts'
import { isOneOf, SETTERS } from '../writers.ts'

type Model = z.output<typeof showStatistics.output>
const NONE = (
  <EmptyState title="No authority is known">Councils are entered under Administration, as agencies.</EmptyState>
)

function statisticsView({ year, years, lines, thresholds }: Model, context: PageContext): View {
  return {
    section: 'prevent',
    title: `Who asked for a case review in ${year}?`,
    lead: 'As published every year, for the whole force; by the day of the application, as it stands now',
    back: { href: CASES, text: 'Anti-social behaviour' },
    notice: doneNotice(context, { set: 'Threshold set: what was decided by the one before stands' }),
    actions: [
      { text: 'Download (CSV)', href: `${REVIEWS}/statistics.csv?year=${year}` },
      ...(isOneOf(context.reader.roles, SETTERS) ? [{ text: 'Set a threshold', href: THRESHOLD }] : []),
    ],
    body: (
      <>
        <FilterBar action={REVIEWS} values={{ year: String(year) }}>
          <SelectField
            name="year"
            label="Year"
            options={years.map((one) => ({ value: String(one), text: String(one) }))}
          />
        </FilterBar>
        <DataTable
          caption={`Case reviews asked for in ${year}`}
          rows={lines}
          empty={NONE}
          columns={[
            { header: 'Authority', cell: ({ authority }) => authority },
            { header: 'Applications', align: 'number', cell: ({ asked }) => count(asked) },
            { header: 'Threshold not met', align: 'number', cell: ({ notMet }) => count(notMet) },
            { header: 'Not decided yet', align: 'number', cell: ({ undecided }) => count(undecided) },
            { header: 'Reviews held', align: 'number', cell: ({ held }) => count(held) },
            { header: 'With recommendations', align: 'number', cell: ({ recommended }) => count(recommended) },
            { header: 'Appeals', align: 'number', cell: ({ appeals }) => count(appeals) },
          ]}
        />
        <p class="govuk-body">
          Applications kept in a compartment are not counted. An application that met the threshold on appeal counts as
          met.
        </p>
        <h2>Thresholds in force</h2>
        <DataTable
          caption="Thresholds in force"
          captionHidden
          rows={thresholds}
          empty={NONE}
          columns={[
            { header: 'Authority', cell: ({ name }) => name },
            {
              header: 'Threshold',
              cell: ({ reports, months }) => `${plural(reports, 'qualifying report')} in ${plural(months, 'month')}`,
            },
            { header: 'Whose', cell: ({ mark }) => (mark === 'default' ? 'default: its own is not here' : 'its own') },
            { header: 'Source', cell: ({ source }) => source },
            {
              header: 'To come',
              cell: ({ next }) =>
                next === null
                  ? 'nothing'
                  : `${next.reports} in ${plural(next.months, 'month')} from ${shortDayWithYear(next.from)}`,
            },
          ]}
        />
      </>
    ),
  }
}

const thresholdPage = page({
  path: THRESHOLD,
  query: thresholdForm,
  view: ({ authorities }, context) => ({
    section: 'prevent',
    title: 'When does this authority owe a case review?',
    lead: 'From its published procedure; from a day on, and never back',
    back: { href: REVIEWS, text: 'Case reviews' },
    body: (
      <ActForm context={context} submit="Set the threshold" cancel={REVIEWS}>
        <SelectField name="authority" label="Authority" placeholder="Choose one" options={authorities} />
        <DateField name="from" label="First day" />
        <TextField name="reports" label="How many qualifying reports" width={3} />
        <TextField name="months" label="Within how many months" width={3} />
        <TextField name="source" label="Where its procedure says so" />
      </ActForm>
    ),
  }),
})

export const statisticsRoutes = [
  page({ path: REVIEWS, query: showStatistics, view: statisticsView }),
  downloadAt(`${REVIEWS}/statistics.csv`, exportStatistics),
  thresholdPage,
  form({ path: THRESHOLD, command: setThreshold, page: thresholdPage, next: () => `${REVIEWS}?done=set` }),
]
