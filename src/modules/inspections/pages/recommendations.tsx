import type { z } from 'zod'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { FileField } from '#ui/forms/file-field.tsx'
import { Form } from '#ui/forms/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import type { PageContext } from '#platform/http/routes.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { recommendationHref, RECOMMENDATIONS } from '../addresses.ts'
import { listRecommendations } from '../queries/recommendations.ts'
import { INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { lifeWords } from '../rules/fnd10-lives.ts'
import { importTracker, trackerUpload } from '../trackers/import-tracker.ts'
import { writes } from '../writers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'

type Model = z.output<typeof listRecommendations.output>

const recommendationsPage = page({
  path: RECOMMENDATIONS,
  query: listRecommendations,
  view: (model, context) => ({
    section: 'effectiveness',
    title: 'What was recommended to every force?',
    lead: `${plural(model.total, 'national recommendation')}: one text, and a copy for each force, which lives for years`,
    notice: doneNotice(context, { imported: 'The tracker is imported. What was there already was left as it is' }),
    body: (
      <>
        <List model={model} may={writes(context.reader.roles)} />
        {writes(context.reader.roles) && <ImportForm context={context} />}
      </>
    ),
  }),
})

function List({ model, may }: { readonly model: Model; readonly may: boolean }) {
  return (
    <>
      <DataTable
        caption="National recommendations"
        captionHidden
        rows={model.recommendations}
        empty={
          <EmptyState title="No tracker yet">
            <p>
              {may
                ? 'Import a tracker below: a line for each dated event of each force’s copy.'
                : 'When an inspection lead imports a tracker, its recommendations stand here.'}
            </p>
          </EmptyState>
        }
        columns={[
          {
            header: 'Recommendation',
            cell: ({ id, title }) => <Link href={recommendationHref(id)}>{title}</Link>,
          },
          { header: 'Raised', nowrap: true, cell: ({ raisedOn }) => dayWithYear(raisedOn) },
          { header: 'Due', nowrap: true, cell: ({ due }) => (due === null ? 'no date' : dayWithYear(due)) },
          {
            header: 'Complete',
            align: 'number',
            cell: ({ complete, copies }) => `${count(complete)} of ${count(copies)}`,
          },
          { header: 'Longest life', cell: ({ longest }) => plural(longest, 'month') },
          {
            header: 'Our copy',
            cell: ({ ours }) =>
              ours === null ? (
                'none'
              ) : (
                <>
                  {INSPECTORATE_STATUSES[ours.status]}, {ours.number}
                  <span class="fp-second">{lifeWords(ours)}</span>
                </>
              ),
          },
        ]}
      />
      <Pager
        page={model.page}
        pageSize={PAGE_SIZE}
        total={model.total}
        what={model.total === 1 ? 'recommendation' : 'recommendations'}
        href={(number) => `${RECOMMENDATIONS}?page=${number}`}
      />
    </>
  )
}

function ImportForm({ context }: { readonly context: PageContext }) {
  return (
    <Card title="Import a tracker">
      <Form
        action={`${RECOMMENDATIONS}/import`}
        multipart
        csrf={context.csrf}
        idempotencyKey={context.key}
        errors={context.errors}
        values={context.values}
      >
        <FileField
          name="file"
          label="Tracker"
          hint="CSV with tracker_id, force, type, short_text, date, state_or_event. The same file twice changes nothing"
          accept=".csv,text/csv"
        />
        <Button>Import</Button>
      </Form>
    </Card>
  )
}

export const recommendationsRoutes: readonly StaffRoute[] = [
  recommendationsPage,
  form({
    path: `${RECOMMENDATIONS}/import`,
    command: importTracker,
    page: recommendationsPage,
    upload: trackerUpload,
    next: () => `${RECOMMENDATIONS}?done=imported`,
  }),
]
